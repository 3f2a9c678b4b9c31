package org.wec7emu.fault;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A fault as users write it: its name and parameters, separated by commas or blanks, as in {@code
 * slow-link,rate=10mbit,delay=20ms}. Each takes {@code for=30s} as well, after which it ends by itself.
 *
 * @param lasts empty where somebody has to end it
 */
public record FaultText(Fault fault, Optional<Duration> lasts) {
    /** Name of the parameter that every fault takes: how long it lasts. */
    public static final String FOR = "for";

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none; the message says what to write
     */
    public static FaultText parse(String text) {
        String[] parts = text.strip().split("[,\\s]+");
        FaultKind kind = FaultKind.labelled(parts[0])
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no fault '" + parts[0] + "'; there are: " + labels()));
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        kind.label() + ": '" + part + "' is not NAME=VALUE; write for example " + kind.example());
            } else if (values.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
                throw new IllegalArgumentException(
                        kind.label() + ": '" + part.substring(0, equals) + "' is given twice");
            }
        }
        return of(kind, values);
    }

    /**
     * The same out of its parts.
     *
     * @param values by the names of parameters, {@value #FOR} among them
     * @throws IllegalArgumentException when one is missing, unknown or out of range; the message says what to write
     */
    public static FaultText of(FaultKind kind, Map<String, String> values) {
        Map<String, String> parameters = new LinkedHashMap<>(values);
        String lasts = parameters.remove(FOR);
        return new FaultText(kind.with(parameters), Optional.ofNullable(lasts).map(FaultText::lasting));
    }

    private static Duration lasting(String text) {
        Duration lasts = Quantities.duration(text);
        FaultKind.require(!lasts.isZero(), "for: a fault must last");
        return lasts;
    }

    private static String labels() {
        return Arrays.stream(FaultKind.values()).map(FaultKind::label).collect(Collectors.joining(", "));
    }

    /** The parameters alone, as in {@code rate=10mbit,delay=20ms}; empty where there are none. */
    public static String parameters(Fault fault) {
        Map<String, String> values = fault.parameters();
        return fault.kind().parameters().stream()
                .map(parameter -> parameter.name() + "=" + values.get(parameter.name()))
                .collect(Collectors.joining(","));
    }
}

package org.wec7emu.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The faults there are: their names and parameters, which stay as they are from one version to the next. */
public enum FaultKind {
    POWER_CUT(
            "the power is cut when an upload has stored that much, once",
            given -> new Fault.PowerCut(given.size("after")),
            Parameter.needed("after", "64KiB")),
    RESTART(
            "the device restarts when a download has sent that much, once",
            given -> new Fault.Restart(given.size("after")),
            Parameter.needed("after", "64KiB")),
    CARD_FULL(
            "the card takes only that much more",
            given -> new Fault.CardFull(given.size("free")),
            Parameter.optional("free", "0")),
    CARD_REMOVED("there is no card in the device", given -> new Fault.CardRemoved()),
    SLOW_CARD(
            "the card reads and writes only that much a second",
            given -> new Fault.SlowCard(given.size("rate")),
            Parameter.needed("rate", "512KiB")),
    LINK_DOWN("the network cable is out", given -> new Fault.LinkDown()),
    SLOW_LINK(
            "the network is slow",
            given -> new Fault.SlowLink(given.bitRate("rate"), given.duration("delay")),
            Parameter.optional("rate", "100mbit"),
            Parameter.optional("delay", "0ms")),
    LATE_DATA(
            "data connections open that much later",
            given -> new Fault.LateData(given.duration("delay")),
            Parameter.needed("delay", "5s")),
    NO_ANSWER("the FTP server doesn't answer any more", given -> new Fault.NoAnswer()),
    SESSION_LIMIT("all sessions are taken", given -> new Fault.SessionLimit()),
    CLOCK_RESET("the clock's battery is flat: a loss of power sets it back", given -> new Fault.ClockReset());

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // it has no state
    private final Function<Given, Fault> maker;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<Parameter> parameters;

    FaultKind(String description, Function<Given, Fault> maker, Parameter... parameters) {
        this.description = description;
        this.maker = maker;
        this.parameters = List.of(parameters);
    }

    /**
     * A parameter of a fault.
     *
     * @param example a value that makes sense; of an {@code optional} one what it is unless told
     */
    public record Parameter(String name, boolean optional, String example) {
        static Parameter needed(String name, String example) {
            return new Parameter(name, false, example);
        }

        static Parameter optional(String name, String otherwise) {
            return new Parameter(name, true, otherwise);
        }
    }

    /** How users write it, as in {@code power-cut}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it ends with what it does, as a power cut. */
    public boolean isOnce() {
        return this == POWER_CUT || this == RESTART;
    }

    /** What it is, in a clause. */
    public String description() {
        return description;
    }

    /** What may or must be said with it. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** An example as users write it, with all parameters: {@code slow-link,rate=100mbit,delay=0ms}. */
    public String example() {
        return label()
                + parameters.stream()
                        .map(parameter -> "," + parameter.name() + "=" + parameter.example())
                        .collect(Collectors.joining());
    }

    /** The fault of that name; case plays no part. */
    public static Optional<FaultKind> labelled(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equalsIgnoreCase(label))
                .findFirst();
    }

    /**
     * The fault with its parameters.
     *
     * @throws IllegalArgumentException when one is missing, unknown or out of range; the message says which and what to write
     */
    public Fault with(Map<String, String> values) {
        for (String name : values.keySet()) {
            if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
                throw new IllegalArgumentException(label() + " has no parameter '" + name + "'; write " + example());
            }
        }
        for (Parameter parameter : parameters) {
            if (!parameter.optional() && !values.containsKey(parameter.name())) {
                throw new IllegalArgumentException(
                        label() + " needs '" + parameter.name() + "'; write for example " + example());
            }
        }
        try {
            return maker.apply(new Given(this, values));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(label() + ": " + e.getMessage(), e);
        }
    }

    /** What was said of a fault, and where nothing was, what is so otherwise. */
    private record Given(FaultKind kind, Map<String, String> values) {
        private String text(String name) {
            String value = values.get(name);
            return value != null
                    ? value
                    : kind.parameters.stream()
                            .filter(parameter -> parameter.name().equals(name))
                            .map(Parameter::example)
                            .findFirst()
                            .orElseThrow();
        }

        long size(String name) {
            return Quantities.size(text(name));
        }

        long bitRate(String name) {
            return Quantities.bitRate(text(name));
        }

        java.time.Duration duration(String name) {
            return Quantities.duration(text(name));
        }
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}

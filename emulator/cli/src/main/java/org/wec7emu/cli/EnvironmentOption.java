package org.wec7emu.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options of {@code run} out of the environment, as containers are told what to do: {@code WEC7_PORT_OFFSET} is
 * {@code --port-offset}. What stands on the command line goes before.
 */
final class EnvironmentOption {
    static final String ENV = "--env";

    private static final String PREFIX = "WEC7_";
    private static final String IMAGE = "WEC7_IMAGE";
    /** Read elsewhere: by the launcher, or by {@link ProfilesOption} and {@link ControlOption}. */
    private static final Set<String> OTHERS =
            Set.of("WEC7_JAVA_OPTS", "WEC7_NO_ARCHIVE", ProfilesOption.VARIABLE, ControlOption.TOKEN);

    private static final Set<String> NO_VARIABLE = Set.of(ENV, "--help", ProfilesOption.PROFILES);

    private final CommandSpec spec;
    private final Map<String, OptionSpec> variables = new TreeMap<>();

    private EnvironmentOption(CommandSpec spec) {
        this.spec = spec;
        for (OptionSpec option : spec.options()) {
            if (!option.hidden() && !NO_VARIABLE.contains(option.longestName())) {
                variables.put(
                        PREFIX
                                + option.longestName()
                                        .substring(2)
                                        .replace('-', '_')
                                        .toUpperCase(Locale.ROOT),
                        option);
            }
        }
    }

    /** Declares the flag. */
    static void declare(Subcommand command) {
        command.flag(
                ENV,
                "Take IMAGE and the options that aren't given from the environment: " + IMAGE
                        + ", WEC7_STATE, WEC7_PORT_OFFSET and so on, each named as its option; true for one without value,"
                        + " blanks between several values.");
    }

    /**
     * The command line with what the environment adds to it.
     *
     * @param spec of the command
     * @param args beginning with the command's name; with {@value #ENV} among them
     * @throws BadInput when the environment has a {@code WEC7_} variable that means nothing
     */
    static String[] expand(CommandSpec spec, String[] args, Map<String, String> environment) throws BadInput {
        return new EnvironmentOption(spec).expanded(args, environment);
    }

    private String[] expanded(String[] args, Map<String, String> environment) throws BadInput {
        Given given = given(args);
        List<String> all = new ArrayList<>(Arrays.asList(args));
        Map<String, String> set = new LinkedHashMap<>();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !OTHERS.contains(name)) {
                set.put(name, value);
            }
        });
        for (Map.Entry<String, String> variable : set.entrySet()) {
            OptionSpec option = variables.get(variable.getKey());
            boolean image = variable.getKey().equals(IMAGE);
            if (option == null && !image) {
                throw new BadInput(variable.getKey() + ": there is no such variable; there are: " + IMAGE + ", "
                        + String.join(", ", variables.keySet()) + ", " + ProfilesOption.VARIABLE);
            }
            if (variable.getValue().isBlank()) {
                continue; // as compose files write what isn't set
            }
            if (image && !given.positional()) {
                all.add(variable.getValue());
            } else if (option != null && !given.options().contains(option)) {
                all.addAll(
                        arguments(variable.getKey(), option, variable.getValue().strip()));
            }
        }
        return all.toArray(new String[0]);
    }

    private static List<String> arguments(String variable, OptionSpec option, String value) throws BadInput {
        String name = option.longestName();
        if (option.arity().max() == 0) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "on", "1" -> List.of(name);
                case "false", "no", "off", "0" -> List.of();
                default -> throw new BadInput(variable + "=" + value + ": it takes true or false");
            };
        }
        if (!option.isMultiValue()) {
            return List.of(name + "=" + value);
        }
        return Arrays.stream(value.split("\\s+")).map(one -> name + "=" + one).toList();
    }

    /**
     * What the command line has already.
     *
     * @param positional whether something stands there that is no option
     */
    private record Given(Set<OptionSpec> options, boolean positional) {}

    private Given given(String[] args) {
        Set<OptionSpec> options = new java.util.HashSet<>();
        boolean positional = false;
        for (int i = 1; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            OptionSpec option = spec.findOption(equals < 0 ? args[i] : args[i].substring(0, equals));
            if (option != null) {
                options.add(option);
                i += equals < 0 ? option.arity().min() : 0;
            } else {
                positional |= !args[i].startsWith("-");
            }
        }
        return new Given(options, positional);
    }
}

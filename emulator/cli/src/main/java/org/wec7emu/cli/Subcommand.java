package org.wec7emu.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command of the program. It describes itself to picocli with calls and asks for its values by name: annotations would be
 * shorter, but reading them costs 40 ms of every start.
 */
abstract class Subcommand implements Callable<Integer> {
    static final String VERBOSE = "--verbose";

    private final CommandSpec spec;

    Subcommand(String name, String description) {
        spec = CommandSpec.wrapWithoutInspection(this).name(name);
        spec.usageMessage().description(description).autoWidth(true);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this and exit.")
                .build());
        flag(VERBOSE, "Log what the emulator does, and print stack traces.");
    }

    final CommandSpec spec() {
        return spec;
    }

    /** Declares the one thing that stands behind the command's name. */
    final void parameter(String label, String description) {
        positional(label, "0", "1", String.class, description);
    }

    /** Declares what stands behind the command's name, at least once. */
    final void parameters(String label, String description) {
        positional(label, "0..*", "1..*", String[].class, description);
    }

    /** Declares what may stand behind the command's name. */
    final void optionalParameters(String label, String description) {
        positional(label, "0..*", "0..*", String[].class, description);
    }

    private void positional(String label, String index, String arity, Class<?> type, String description) {
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel(label)
                .index(index)
                .arity(arity)
                .required(!arity.startsWith("0"))
                .type(type)
                .description(description)
                .build());
    }

    /** Declares an option without value. */
    final void flag(String name, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build());
    }

    /** Declares an option with a value. */
    final void option(String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .build());
    }

    /** Declares an option with a value that may be given several times. */
    final void repeatable(String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(String[].class)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .build());
    }

    /** Declares a flag that no help shows. */
    final void hiddenFlag(String name) {
        spec.addOption(OptionSpec.builder(name).type(boolean.class).hidden(true).build());
    }

    final boolean isSet(String flag) {
        return spec.commandLine().getParseResult().hasMatchedOption(flag);
    }

    /** The value of an option; null when it wasn't given. */
    final @Nullable String value(String option) {
        return spec.commandLine().getParseResult().matchedOptionValue(option, null);
    }

    final List<String> values(String option) {
        String[] given = spec.commandLine().getParseResult().matchedOptionValue(option, new String[0]);
        return List.of(given);
    }

    /** The one thing behind the command's name. */
    final String parameter() {
        return spec.commandLine().getParseResult().matchedPositionalValue(0, "");
    }

    /** All that stands behind the command's name. */
    final List<String> parameters() {
        String[] given = spec.commandLine().getParseResult().matchedPositionalValue(0, new String[0]);
        return List.of(given);
    }

    /** What stands behind the first {@code --}, also among {@link #parameters}; null when there is no {@code --}. */
    final @Nullable List<String> behindDashes() {
        List<String> all = spec.commandLine().getParent().getParseResult().originalArgs();
        int dashes = all.indexOf("--");
        return dashes < 0 ? null : all.subList(dashes + 1, all.size());
    }

    /** For what was asked for. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** For messages. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}

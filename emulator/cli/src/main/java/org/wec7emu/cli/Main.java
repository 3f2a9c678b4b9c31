package org.wec7emu.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code wec7emu}. */
@Command(
        name = "wec7emu",
        description = "Makes a Windows CE / WEC7 device appear on the network: its FTP server behind its firewall.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        subcommands = {
            ImagesCommand.class,
            ShowCommand.class,
            RunCommand.class,
            ValidateCommand.class,
            RehearseCommand.class
        },
        footer = {"", "Exit codes: 0 good, 1 the verdict is bad, 2 usage or bad input, 3 the emulator itself failed."})
public final class Main implements Runnable {
    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    @Option(
            names = "--verbose",
            description = "Log what the emulator does, and print stack traces.",
            scope = ScopeType.INHERIT)
    private boolean verbose;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Main() {}

    /** Ends the process with the exit code of the command. */
    public static void main(String[] args) {
        int exitCode = run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args);
        System.exit(exitCode);
    }

    /**
     * Runs one command.
     *
     * @param out for what was asked for
     * @param err for messages
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        for (String arg : args) {
            if (arg.equals("--verbose")) {
                System.setProperty(LOG_LEVEL, "debug"); // before the first logger is made
            }
        }
        Main main = new Main();
        CommandLine line = new CommandLine(main)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(problem -> exitCode(problem))
                .setParameterExceptionHandler(Main::explainUsage)
                .setExecutionExceptionHandler((problem, command, result) -> main.explain(problem, command));
        return line.execute(args);
    }

    private static int exitCode(Throwable problem) {
        return problem instanceof BadInput ? ExitCode.BAD_INPUT : ExitCode.FAILED;
    }

    private static int explainUsage(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println("wec7emu: " + problem.getMessage() + "; usage: " + name + " --help");
        return ExitCode.BAD_INPUT;
    }

    private int explain(Exception problem, CommandLine command) {
        PrintWriter err = command.getErr();
        boolean expected = problem instanceof BadInput;
        String message = String.valueOf(problem.getMessage());
        for (String line : message.lines().toList()) {
            err.println("wec7emu: " + (expected ? "" : problem.getClass().getSimpleName() + ": ") + line);
        }
        if (verbose) {
            problem.printStackTrace(err);
        } else if (!expected) {
            err.println("wec7emu: this is a fault of the emulator; the same with --verbose tells more");
        }
        return exitCode(problem);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: images, show, run or validate");
    }
}

package org.wec7emu.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The program {@code wec7emu}. */
public final class Main implements Runnable {
    private static final String JNA_FOLDERS = "jna.platform.library.path";
    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("wec7emu");

    private Main() {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version and exit.")
                .build());
        spec.versionProvider(new Version());
        spec.usageMessage()
                .autoWidth(true)
                .synopsisSubcommandLabel("COMMAND")
                .description(
                        "Makes a Windows CE / WEC7 device appear on the network: its FTP server behind its firewall.")
                .footer(
                        "",
                        "Exit codes: 0 good, 1 the verdict is bad, 2 usage or bad input, 3 the emulator itself failed.");
    }

    /** Ends the process with the exit code of the command. */
    public static void main(String[] args) {
        // Else JNA asks ldconfig, a process of its own, for folders that it then has no use for.
        if (System.getProperty(JNA_FOLDERS) == null) {
            System.setProperty(JNA_FOLDERS, "/usr/lib");
        }
        int exitCode =
                run(new StandardOutput(System.out), new PrintWriter(System.err, true, StandardCharsets.UTF_8), args);
        System.exit(exitCode);
    }

    /**
     * Runs one command.
     *
     * @param out for what was asked for
     * @param err for messages
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, String... given) {
        List<Subcommand> commands = commands(given.length == 0 ? "" : given[0]);
        String[] args = given;
        if (given.length > 0 && given[0].equals("run") && List.of(given).contains(EnvironmentOption.ENV)) {
            try {
                args = EnvironmentOption.expand(commands.get(0).spec(), given, System.getenv());
            } catch (BadInput e) {
                err.println("wec7emu: " + e.getMessage());
                return ExitCode.BAD_INPUT;
            }
        }
        for (String arg : args) {
            if (arg.equals(Subcommand.VERBOSE)) {
                System.setProperty(LOG_LEVEL, "debug"); // before the first logger is made
            }
        }
        CommandLine line = new CommandLine(new Main().spec);
        for (Subcommand command : commands) {
            line.addSubcommand(command.spec().name(), command.spec());
        }
        // A named class instead of lambdas: picocli's classes have an old format, for which the JVM keeps no lambdas in
        // the
        // archive that makes starts quick.
        Complaints complaints = new Complaints();
        return line.setExpandAtFiles(false) // a client's argument may begin with @
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints)
                .execute(args);
    }

    /** The one command that is asked for, as describing them all takes its time; else all. */
    private static List<Subcommand> commands(String wanted) {
        return switch (wanted) {
            case "images" -> List.of(new ImagesCommand());
            case "show" -> List.of(new ShowCommand());
            case "firewall" -> List.of(new FirewallCommand());
            case "compare" -> List.of(new CompareCommand());
            case "run" -> List.of(new RunCommand());
            case "fleet" -> List.of(new FleetCommand());
            case "check" -> List.of(new CheckCommand());
            case "probe" -> List.of(new ProbeCommand());
            case "report" -> List.of(new ReportCommand());
            case "validate" -> List.of(new ValidateCommand());
            case "import" -> List.of(new ImportCommand());
            case "export" -> List.of(new ExportCommand());
            default ->
                List.of(
                        new ImagesCommand(),
                        new ShowCommand(),
                        new FirewallCommand(),
                        new CompareCommand(),
                        new RunCommand(),
                        new FleetCommand(),
                        new CheckCommand(),
                        new ProbeCommand(),
                        new ReportCommand(),
                        new ValidateCommand(),
                        new ImportCommand(),
                        new ExportCommand());
        };
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing: images, show, firewall, compare, run, fleet, check, probe, report, validate, import or export");
    }
}

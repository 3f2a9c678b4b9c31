package org.wec7emu.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in a line a mistake, and gives the exit code for it. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println("wec7emu: " + problem.getMessage() + "; usage: " + name + " --help");
        return ExitCode.BAD_INPUT;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        boolean expected = problem instanceof BadInput;
        String kind = expected ? "" : problem.getClass().getSimpleName() + ": ";
        String.valueOf(problem.getMessage()).lines().forEach(line -> err.println("wec7emu: " + kind + line));
        boolean verbose = command.getParseResult().hasMatchedOption(Subcommand.VERBOSE);
        if (verbose) {
            problem.printStackTrace(err);
        } else if (!expected) {
            err.println("wec7emu: this is a fault of the emulator; the same with --verbose tells more");
        }
        return expected ? ExitCode.BAD_INPUT : ExitCode.FAILED;
    }
}

package org.wec7emu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the mistakes in profiles. */
@Command(
        name = "validate",
        description =
                "Checks profiles and prints every mistake with file, line and column. Exit code 2 when there is one.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE.yaml", description = "Profiles to check.")
    private List<Path> files = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        int exitCode = ExitCode.GOOD;
        for (Path file : files) {
            try {
                DeviceProfile profile = ProfileReader.read(file);
                out.println(file + ": good: image " + profile.image() + ", "
                        + profile.values().size() + " values: "
                        + EvidenceShares.of(profile).text());
            } catch (ProfileException e) {
                e.mistakes().forEach(err::println);
                exitCode = ExitCode.BAD_INPUT;
            } catch (IOException e) {
                err.println("wec7emu: " + e.getMessage());
                exitCode = ExitCode.BAD_INPUT;
            }
        }
        return exitCode;
    }
}

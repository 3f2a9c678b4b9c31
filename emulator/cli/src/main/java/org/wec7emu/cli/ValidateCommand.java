package org.wec7emu.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileReader;

/** Finds the mistakes in profiles. */
final class ValidateCommand extends Subcommand {
    private final ProfilesOption profiles;

    ValidateCommand() {
        super(
                "validate",
                "Checks profiles and prints every mistake with file, line and column, and marks it in its line. Exit code 2 when"
                        + " there is one.");
        parameters("FILE.yaml", "Profiles to check.");
        profiles = new ProfilesOption(this);
    }

    @Override
    public Integer call() throws BadInput {
        int exitCode = ExitCode.GOOD;
        for (String file : parameters()) {
            try {
                DeviceProfile profile = ProfileReader.read(Path.of(file), profiles.catalog());
                out().println(file + ": good: image " + profile.image() + ", "
                        + profile.values().size() + " values: "
                        + EvidenceShares.of(profile).text());
            } catch (ProfileException e) {
                e.report().forEach(err()::println);
                exitCode = ExitCode.BAD_INPUT;
            } catch (IOException | InvalidPathException e) {
                err().println("wec7emu: " + e.getMessage());
                exitCode = ExitCode.BAD_INPUT;
            }
        }
        return exitCode;
    }
}

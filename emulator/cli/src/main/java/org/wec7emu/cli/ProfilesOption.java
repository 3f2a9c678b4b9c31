package org.wec7emu.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileReader;

/** Where images are looked up besides the catalogue: directories of profiles that a user made. */
final class ProfilesOption {
    static final String PROFILES = "--profiles";
    static final String VARIABLE = "WEC7_PROFILES";

    private final Subcommand command;
    private @Nullable ProfileCatalog catalog;

    ProfilesOption(Subcommand command) {
        this.command = command;
        command.repeatable(
                PROFILES,
                "DIR",
                "A directory of profiles of your own (.yaml), to be named as images are. May be given several times; those in "
                        + VARIABLE + " (with '" + File.pathSeparator + "' between them) count, too.");
    }

    /** The images that there are. What is wrong with the user's files is told once, as a warning. */
    synchronized ProfileCatalog catalog() throws BadInput {
        ProfileCatalog known = catalog;
        if (known == null) {
            List<Path> directories = directories(System.getenv(VARIABLE), command.values(PROFILES));
            try {
                known = directories.isEmpty() ? ProfileCatalog.bundled() : ProfileCatalog.with(directories);
            } catch (ProfileException e) {
                throw new BadInput(e);
            }
            known.warnings().forEach(warning -> command.err().println("wec7emu: " + warning));
            catalog = known;
        }
        return known;
    }

    /**
     * Each of them once, in the order in which they are named.
     *
     * @param variable of the environment; null when it isn't set
     */
    static List<Path> directories(@Nullable String variable, List<String> options) throws BadInput {
        List<String> named = new ArrayList<>();
        if (variable != null) {
            named.addAll(List.of(variable.split(Pattern.quote(File.pathSeparator), -1)));
            named.removeIf(String::isEmpty);
        }
        named.addAll(options);
        Map<Path, Path> once = new LinkedHashMap<>();
        for (String name : named) {
            try {
                Path directory = Path.of(name);
                once.putIfAbsent(directory.toAbsolutePath().normalize(), directory);
            } catch (InvalidPathException e) {
                throw new BadInput(PROFILES + ": " + e.getMessage());
            }
        }
        return List.copyOf(once.values());
    }

    /** @param image a name, as much of its beginning as is unique, or a profile's file */
    DeviceProfile read(String image) throws BadInput {
        try {
            return ImageArgument.isFile(image)
                    ? ProfileReader.read(Path.of(image), catalog())
                    : catalog().find(image);
        } catch (ProfileException e) {
            throw new BadInput(e);
        } catch (IOException | InvalidPathException e) {
            throw new BadInput(e);
        }
    }
}

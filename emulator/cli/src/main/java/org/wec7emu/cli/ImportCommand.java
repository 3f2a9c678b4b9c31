package org.wec7emu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileReader;
import org.wec7emu.profile.registry.ImportedProfile;
import org.wec7emu.profile.registry.RegistryReading;

/** A profile of a user's own device, out of its registry. */
final class ImportCommand extends Subcommand {
    private static final String BASE = "--base";
    private static final String NAME = "--name";
    private static final String FTPD = "HKEY_LOCAL_MACHINE\\COMM\\FTPD";
    private static final String IS_ENABLED = "IsEnabled";

    private final ProfilesOption profiles;
    private final OutOption output;

    ImportCommand() {
        super(
                "import",
                "Makes a profile of a device out of its registry: it extends an image and says what differs. What means"
                        + " nothing to the emulator is named, and kept in the profile for export.");
        parameters("FILE.reg", "Registry files (.reg), entered in their order.");
        option(BASE, "IMAGE", "The image that the device runs: its name, or as much of its beginning as is unique.");
        profiles = new ProfilesOption(this);
        option(NAME, "NAME", "What to call the device; after the first file unless told.");
        output = new OutOption(this, "FILE.yaml");
    }

    @Override
    public Integer call() throws BadInput {
        DeviceProfile delivered = base();
        RegistryFiles files = RegistryFiles.read(parameters());
        RegistryReading reading = files.enteredOn(delivered);
        String name = name();
        String text = profile(name, reading);
        RegistryFiles.printRemarks(reading, err());
        RegistryFiles.printWithoutEffect(reading, err());
        if (!files.isAbout(FTPD, IS_ENABLED)) {
            err().println("wec7emu: no file says whether the FTP server runs (" + IS_ENABLED + " in " + FTPD
                    + "); it is " + (delivered.ftp().serverActive() ? "on" : "off") + " here, as in "
                    + delivered.image());
        }
        output.write(text, "image " + name + "; " + files.summary(reading));
        return ExitCode.GOOD;
    }

    private DeviceProfile base() throws BadInput {
        String base = value(BASE);
        if (base == null) {
            throw new BadInput(BASE + " is missing; name the image that the device runs, for example " + BASE
                    + " CX8100_WEC7_LF_v604h");
        } else if (ImageArgument.isFile(base)) {
            throw new BadInput(BASE + " " + base
                    + ": a profile can extend an image of the catalogue only, or one of --profiles by its name; see wec7emu"
                    + " images");
        }
        return profiles.read(base);
    }

    /** The profile's text, which is read once before anybody else has to. */
    private String profile(String name, RegistryReading reading) throws BadInput {
        try {
            String text = ImportedProfile.text(name, title(), reading);
            ProfileReader.read(text, name + ".yaml", profiles.catalog());
            return text;
        } catch (ProfileException e) {
            throw new BadInput(e);
        } catch (IllegalArgumentException e) {
            throw new BadInput(e);
        }
    }

    /** Names the files so that it can be told later which ones they were. */
    private String title() throws BadInput {
        List<String> files = new ArrayList<>();
        for (String file : parameters()) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(file)));
                files.add(fileName(file) + " (SHA-256 " + HexFormat.of().formatHex(hash) + ")");
            } catch (IOException e) {
                throw new BadInput(file + ": can't be read: " + e.getMessage());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
        return "registry of the device: " + String.join(", ", files);
    }

    private String name() throws BadInput {
        String told = value(NAME);
        if (told != null && !told.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")) {
            throw new BadInput(NAME + " " + told + ": write letters, digits, '_', '-' and '.' only");
        }
        return told != null ? told : after(fileName(parameters().get(0)));
    }

    /** The file's name without its ending, in the letters that an image's name may have. */
    private static String after(String file) {
        String letters = file.replaceFirst("(?i)\\.reg$", "").replaceAll("[^A-Za-z0-9_.-]+", "-");
        String name = letters.replaceFirst("^[^A-Za-z0-9]+", "");
        return name.isEmpty() ? "my-device" : name.substring(0, Math.min(name.length(), 100));
    }

    private static String fileName(String file) {
        @Nullable Path name = Path.of(file).getFileName();
        return Objects.toString(name, file);
    }
}

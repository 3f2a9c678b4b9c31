package org.wec7emu.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wec7emu.profile.StorageProfile;

/**
 * A device's card and its RAM. The card is a fresh temporary directory with the image's tree; one directory of it, the FTP
 * server's, may be a directory that the user named. {@code \Temp} is RAM and is emptied at a restart.
 */
public final class DeviceStorage implements AutoCloseable {
    private static final String RAM = "Temp";
    /** Below the scratch directory, whose own files are none of the device's. */
    private static final String DEVICE = "device";

    private final ScratchDirectory scratch;
    private final String ftpDirectory;
    private final @Nullable Path userDirectory;

    private DeviceStorage(ScratchDirectory scratch, String ftpDirectory, @Nullable Path userDirectory) {
        this.scratch = scratch;
        this.ftpDirectory = ftpDirectory;
        this.userDirectory = userDirectory;
    }

    /**
     * Makes the storage of one device.
     *
     * @param ftpDirectory the device's directory that the FTP server shows
     * @param userDirectory the host's directory to stand for it; nothing is put into it
     * @throws IOException when {@code userDirectory} can't be used, or there is no room for a temporary directory; the message
     *     says which
     */
    public static DeviceStorage create(StorageProfile profile, String ftpDirectory, Optional<Path> userDirectory)
            throws IOException {
        Path real = userDirectory.isEmpty() ? null : usable(userDirectory.get());
        DeviceStorage storage = new DeviceStorage(ScratchDirectory.create(), ftpDirectory, real);
        try {
            storage.seed(profile);
            return storage;
        } catch (IOException | RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    private static Path usable(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            throw new IOException(
                    "root directory " + directory + " doesn't exist; make it first: mkdir -p " + directory);
        }
        if (!Files.isDirectory(directory)) {
            throw new IOException("root " + directory + " is no directory");
        }
        if (!Files.isReadable(directory) || !Files.isExecutable(directory)) {
            throw new IOException("root directory " + directory + " can't be read by user "
                    + System.getProperty("user.name") + "; allow it: chmod u+rx " + directory);
        }
        return directory.toRealPath();
    }

    private void seed(StorageProfile profile) throws IOException {
        Files.createDirectories(top().resolve(RAM));
        Files.createDirectories(onHost(profile.card()));
        for (String directory : profile.directories()) {
            Files.createDirectories(onHost(directory));
        }
        for (String file : profile.files()) {
            Path place = onHost(file);
            if (Files.notExists(place, LinkOption.NOFOLLOW_LINKS)) {
                Files.createFile(place);
            }
        }
        if (userDirectory == null) {
            Files.createDirectories(onHost(ftpDirectory));
        }
    }

    private Path top() {
        return scratch.path().resolve(DEVICE);
    }

    private Path onHost(String devicePath) {
        Path place = top();
        for (String name : VirtualPath.ROOT.resolve(devicePath).segments()) {
            place = place.resolve(name);
        }
        return place;
    }

    /** What the FTP server shows. */
    public FileArea ftpArea() {
        return new FileArea(ftpRoot());
    }

    /** The host's directory behind the FTP server's {@code /}. */
    public Path ftpRoot() {
        return userDirectory != null ? userDirectory : onHost(ftpDirectory);
    }

    /**
     * Empties what is lost at power-off.
     *
     * @throws IOException when a file of it can't be removed
     */
    public void losePower() throws IOException {
        Path ram = top().resolve(RAM);
        ScratchDirectory.deleteTree(ram);
        Files.createDirectories(ram);
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }
}

package org.wec7emu.storage;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wec7emu.fault.FaultState;
import org.wec7emu.profile.StorageProfile;
import org.wec7emu.profile.VirtualRoot;
import org.wec7emu.storage.FileArea.Hidden;

/**
 * A device's card and its RAM. The card is a fresh temporary directory with the image's tree; one directory of it, the FTP
 * server's, may be a directory that the user named. {@code \Temp} is RAM and is emptied at a restart.
 */
public final class DeviceStorage implements AutoCloseable {
    private static final String RAM = "Temp";
    /** Below the scratch directory, whose own files are none of the device's. */
    private static final String DEVICE = "device";

    /** Not the device's either: files that are to replace others of a card with a limit. */
    private static final String SPOOL = "spool";

    private final ScratchDirectory scratch;
    private final StorageProfile profile;
    private final VirtualPath ftpDirectory;
    private final @Nullable Path userDirectory;
    private final DeviceTree tree;
    private final Card card;
    private final BusyFiles busy;

    private DeviceStorage(
            ScratchDirectory scratch,
            StorageProfile profile,
            VirtualPath ftpDirectory,
            @Nullable Path userDirectory,
            DeviceTree tree,
            Card card) {
        this.scratch = scratch;
        this.profile = profile;
        this.ftpDirectory = ftpDirectory;
        this.userDirectory = userDirectory;
        this.tree = tree;
        this.card = card;
        busy = new BusyFiles(profile.whileUploaded());
    }

    /** The same without faults. */
    static DeviceStorage create(StorageProfile profile, String ftpDirectory, Optional<Path> userDirectory)
            throws IOException {
        return create(profile, ftpDirectory, userDirectory, FaultState.none(), FileClock.right());
    }

    /**
     * Makes the storage of one device.
     *
     * @param ftpDirectory the device's directory that the FTP server shows
     * @param userDirectory the host's directory to stand for it; nothing is put into it
     * @param faults what is wrong with the card
     * @param clock the device's
     * @throws IOException when {@code userDirectory} can't be used, or there is no room for a temporary directory; the message
     *     says which
     */
    public static DeviceStorage create(
            StorageProfile profile,
            String ftpDirectory,
            Optional<Path> userDirectory,
            FaultState faults,
            FileClock clock)
            throws IOException {
        Path real = userDirectory.isEmpty() ? null : usable(userDirectory.get());
        ScratchDirectory scratch = ScratchDirectory.create();
        try {
            return create(scratch, profile, VirtualPath.ROOT.resolve(ftpDirectory), real, faults, clock);
        } catch (IOException | RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    private static DeviceStorage create(
            ScratchDirectory scratch,
            StorageProfile profile,
            VirtualPath ftpDirectory,
            @Nullable Path userDirectory,
            FaultState faults,
            FileClock clock)
            throws IOException {
        Path top = Files.createDirectories(scratch.path().resolve(DEVICE));
        DeviceTree tree = new DeviceTree(top, ftpDirectory, userDirectory);
        plant(new Seed(top, tree), profile, ftpDirectory);
        tree.fix(Seed.onHost(top, VirtualPath.ROOT.resolve(RAM)));
        Path cardTop = Seed.onHost(top, VirtualPath.ROOT.resolve(profile.card()));
        tree.fix(cardTop);
        List<Path> onCard = new ArrayList<>(List.of(cardTop));
        VirtualPath cardPath = VirtualPath.ROOT.resolve(profile.card());
        boolean ftpOnCard = ftpDirectory.startsWith(cardPath);
        if (userDirectory != null && ftpOnCard) {
            onCard.add(userDirectory);
        }
        Path spool = scratch.path().resolve(SPOOL);
        Anchors host =
                new Anchors(userDirectory == null ? List.of(top, spool) : List.of(userDirectory, top, spool), clock);
        Card card = new Card(profile.cardSize(), profile.fullCard(), cardPath, faults, onCard, spool, host);
        return new DeviceStorage(scratch, profile, ftpDirectory, userDirectory, tree, card);
    }

    private static void plant(Seed seed, StorageProfile profile, VirtualPath ftpDirectory) throws IOException {
        seed.directory("\\" + RAM);
        seed.directory(profile.card());
        seed.plant(profile);
        seed.directory(ftpDirectory.toString());
    }

    /**
     * Has the image's files again and no others; but the directory that the user named stays as it is.
     *
     * @throws IOException when the host can't
     */
    public void restore() throws IOException {
        tree.forgetHidden();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(top())) {
            for (Path each : all) {
                ScratchDirectory.deleteTree(each);
            }
        }
        plant(new Seed(top(), tree), profile, ftpDirectory);
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

    /**
     * What one user sees.
     *
     * @param home the device's directory that is the user's {@code /}
     * @param virtualRoots those that the user may see
     * @param hidden what hidden files are to the user
     * @param codePage of the names in listings
     */
    public FileArea area(String home, List<VirtualRoot> virtualRoots, Hidden hidden, Charset codePage) {
        return new FileArea(
                tree,
                card,
                busy,
                new FatNames(profile.names(), codePage),
                VirtualPath.ROOT.resolve(home),
                virtualRoots.isEmpty() ? VirtualRoots.NONE : new VirtualRoots(virtualRoots),
                hidden);
    }

    /**
     * Makes directories of the device that aren't there yet, except in the directory that stands for the FTP server's.
     *
     * @throws IOException when the host can't
     */
    public void make(List<String> directories) throws IOException {
        Seed seed = new Seed(top(), tree);
        for (String directory : directories) {
            boolean users =
                    userDirectory != null && VirtualPath.ROOT.resolve(directory).startsWith(ftpDirectory);
            if (!users) {
                seed.directory(directory);
            }
        }
    }

    private Path top() {
        return scratch.path().resolve(DEVICE);
    }

    /** The host's directory behind the FTP server's {@code /}, as it was when the device was made. */
    public Path ftpRoot() {
        return directory(ftpDirectory.toString());
    }

    /** The host's directory behind a directory of the device, or where it would be made. */
    public Path directory(String devicePath) {
        VirtualPath path = VirtualPath.ROOT.resolve(devicePath);
        int above = ftpDirectory.segments().size();
        return userDirectory != null && path.startsWith(ftpDirectory)
                ? Seed.onHost(
                        userDirectory,
                        new VirtualPath(
                                path.segments().subList(above, path.segments().size())))
                : Seed.onHost(top(), path);
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

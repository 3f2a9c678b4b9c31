package org.wec7emu.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.wec7emu.profile.StorageProfile;

/** Puts a profile's directories and files into a fresh directory of the host, names that differ in case alone only once. */
final class Seed {
    private final Path top;
    private final DeviceTree tree;

    /** @param top the host's directory behind {@code \} */
    Seed(Path top, DeviceTree tree) {
        this.top = top;
        this.tree = tree;
    }

    void plant(StorageProfile profile) throws IOException {
        for (String directory : profile.directories()) {
            directory(directory);
        }
        for (String file : profile.files()) {
            Path place = onHost(top, VirtualPath.ROOT.resolve(file));
            if (Files.notExists(place, LinkOption.NOFOLLOW_LINKS)) {
                Files.createFile(place);
            }
        }
        for (String path : profile.hidden()) {
            tree.hide(onHost(top, VirtualPath.ROOT.resolve(path)));
        }
        for (String path : profile.readOnly()) {
            ReadOnly.set(onHost(top, VirtualPath.ROOT.resolve(path)));
        }
    }

    /** Makes a directory, unless it is there. */
    Path directory(String devicePath) throws IOException {
        return Files.createDirectories(onHost(top, VirtualPath.ROOT.resolve(devicePath)));
    }

    /** Where a path of the device is, or would be made. */
    static Path onHost(Path top, VirtualPath path) {
        Path place = top;
        for (String name : path.segments()) {
            place = existing(place, name);
        }
        return place;
    }

    private static Path existing(Path directory, String name) {
        Path exact = directory.resolve(name);
        if (Files.exists(exact, LinkOption.NOFOLLOW_LINKS)
                || !Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return exact;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                if (DeviceTree.nameOf(child).equalsIgnoreCase(name)) {
                    return child;
                }
            }
        } catch (IOException e) {
            return exact; // what is done with it next will say why
        }
        return exact;
    }
}

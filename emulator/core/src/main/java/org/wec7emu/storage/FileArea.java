package org.wec7emu.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A directory of the host as a device shows it: names are found whatever their case and kept as they were first written, as
 * on the device's FAT. Nothing outside the directory can be reached: symbolic links of the host aren't there for the device.
 */
public final class FileArea {
    private static final String FORBIDDEN = "<>:\"|?*/\\";
    private static final int LAST_CONTROL_CHARACTER = 0x1F;

    private final Path root;

    /** @param root an existing directory of the host */
    public FileArea(Path root) {
        this.root = root;
    }

    /**
     * An entry of a directory.
     *
     * @param size in bytes; 0 for a directory
     */
    public record Entry(String name, boolean directory, long size, java.time.Instant modified) {}

    /** The host's file or directory behind a path; empty when there is none. */
    public Optional<Path> find(VirtualPath path) {
        Path place = root;
        for (String name : path.segments()) {
            Optional<Path> next = child(place, name);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            place = next.get();
        }
        return Optional.of(place);
    }

    public Optional<Path> findDirectory(VirtualPath path) {
        return find(path).filter(found -> Files.isDirectory(found, LinkOption.NOFOLLOW_LINKS));
    }

    public Optional<Path> findFile(VirtualPath path) {
        return find(path).filter(found -> Files.isRegularFile(found, LinkOption.NOFOLLOW_LINKS));
    }

    /**
     * Where a file or directory of that path is or would be made: what exists already, else a new name in an existing
     * directory. Empty when the directory doesn't exist or the device can't have such a name.
     */
    public Optional<Path> place(VirtualPath path) {
        if (path.isRoot()) {
            return Optional.empty();
        }
        Optional<Path> existing = find(path);
        return existing.isPresent()
                ? existing
                : findDirectory(path.parent())
                        .flatMap(directory -> named(directory, path.name()))
                        .filter(free -> Files.notExists(free, LinkOption.NOFOLLOW_LINKS));
    }

    /**
     * The entries of a directory in the host's order, which is no order.
     *
     * @throws IOException when the directory can't be read
     */
    public List<Entry> list(Path directory) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                entry(child).ifPresent(entries::add);
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        return entries;
    }

    /** What a listing says of a file or directory; empty for what a device can't have, such as a symbolic link. */
    public Optional<Entry> entry(Path file) throws IOException {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean shown = found.isDirectory() || found.isRegularFile();
            return shown
                    ? Optional.of(new Entry(
                            String.valueOf(file.getFileName()),
                            found.isDirectory(),
                            found.isDirectory() ? 0 : found.size(),
                            found.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (java.nio.file.NoSuchFileException e) {
            return Optional.empty(); // gone since its directory was read
        }
    }

    private static Optional<Path> child(Path directory, String name) {
        Optional<Path> exact = named(directory, name);
        if (exact.isEmpty() || Files.exists(exact.get(), LinkOption.NOFOLLOW_LINKS)) {
            return exact.filter(FileArea::isShown);
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                if (String.valueOf(child.getFileName()).equalsIgnoreCase(name) && isShown(child)) {
                    return Optional.of(child);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return Optional.empty(); // no directory, or one that can't be read: nothing is found in it
        }
        return Optional.empty();
    }

    private static boolean isShown(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                || Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<Path> named(Path directory, String name) {
        boolean allowed = !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().allMatch(c -> c > LAST_CONTROL_CHARACTER && FORBIDDEN.indexOf(c) < 0);
        try {
            return allowed ? Optional.of(directory.resolve(name)) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty(); // a name the host's file system can't express
        }
    }
}

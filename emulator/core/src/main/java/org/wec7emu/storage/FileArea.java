package org.wec7emu.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a user of a device sees of its files: a directory as {@code /}, virtual roots below it, and nothing else. Names are
 * found whatever their case and kept as they were first written, as on the device's FAT. Symbolic links of the host aren't there
 * for the device, nor are names that FAT can't have.
 *
 * <p>Each path is looked up anew, so what the host changes meanwhile counts at once.
 */
public final class FileArea {
    /** From so many entries on, a directory is looked at by several threads. */
    private static final int MANY = 2_000;

    private final DeviceTree tree;
    private final Card card;
    private final BusyFiles busy;
    private final FatNames names;
    private final VirtualPath home;
    private final VirtualRoots virtualRoots;
    private final Hidden hidden;

    FileArea(
            DeviceTree tree,
            Card card,
            BusyFiles busy,
            FatNames names,
            VirtualPath home,
            VirtualRoots virtualRoots,
            Hidden hidden) {
        this.tree = tree;
        this.card = card;
        this.busy = busy;
        this.names = names;
        this.home = home;
        this.virtualRoots = virtualRoots;
        this.hidden = hidden;
    }

    /** What hidden files are to a user. */
    public enum Hidden {
        SEEN,
        /** Found by name only. */
        NOT_LISTED,
        NOT_THERE
    }

    /**
     * An entry of a directory.
     *
     * @param size in bytes; 0 for a directory
     * @param modified as FAT has it: in steps of two seconds
     */
    public record Entry(String name, boolean directory, long size, Instant modified) {}

    /** The host's file or directory behind a path; empty when there is none. */
    public Optional<Path> find(VirtualPath path) {
        return tree.find(onDevice(path), names, hidden != Hidden.NOT_THERE)
                .filter(found -> !card.isRemoved() || !card.holds(found));
    }

    /** Whether a path leads to the card, whatever there is; the rest of the device is RAM. */
    public boolean isOnCard(VirtualPath path) {
        return card.holds(onDevice(path));
    }

    private VirtualPath onDevice(VirtualPath path) {
        return virtualRoots.target(path, names).orElseGet(() -> home.append(path.segments()));
    }

    public Optional<Path> findDirectory(VirtualPath path) {
        return find(path).filter(found -> Files.isDirectory(found, LinkOption.NOFOLLOW_LINKS));
    }

    public Optional<Path> findFile(VirtualPath path) {
        return find(path).filter(FileArea::isFile);
    }

    /** Whether a path can be neither removed nor renamed: the root, a virtual root, the device's own directories. */
    boolean isFixed(VirtualPath path) {
        return path.isRoot()
                || virtualRoots.isOne(path, names)
                || find(path).filter(tree::isFixed).isPresent();
    }

    /**
     * Where a file or directory of that path is or would be made: what exists already, else a new name in an existing
     * directory. Empty when the directory doesn't exist or the device can't have such a name.
     */
    public Optional<Path> place(VirtualPath path) {
        if (path.isRoot() || onDevice(path).toString().length() > FatNames.LONGEST_PATH) {
            return Optional.empty();
        }
        Optional<Path> existing = find(path);
        if (existing.isPresent() || virtualRoots.isOne(path, names)) {
            return existing;
        }
        boolean taken = hidden == Hidden.NOT_THERE
                && tree.find(onDevice(path), names, true).isPresent(); // by what the user doesn't see
        return taken ? Optional.empty() : free(path);
    }

    private Optional<Path> free(VirtualPath path) {
        return findDirectory(path.parent())
                .flatMap(directory -> named(directory, path.name()))
                .filter(free -> Files.notExists(free, LinkOption.NOFOLLOW_LINKS));
    }

    Optional<Path> named(Path directory, String name) {
        return names.meant(name).flatMap(possible -> DeviceTree.resolve(directory, possible));
    }

    /**
     * The entries of a directory in the host's order, which is no order; in the root, virtual roots come last.
     *
     * @throws IOException when there is no such directory or it can't be read
     */
    public List<Entry> list(VirtualPath path) throws IOException {
        List<Entry> entries = list(findDirectory(path).orElseThrow(() -> new NoSuchFileException(path.toString())));
        if (path.isRoot()) {
            entries.removeIf(entry -> virtualRoots.has(entry.name()));
            for (String name : virtualRoots.names()) {
                Optional<Path> target = findDirectory(VirtualPath.ROOT.resolve(name));
                if (target.isPresent()) {
                    entry(target.get()).ifPresent(entry -> entries.add(new Entry(name, true, 0, entry.modified())));
                }
            }
        }
        return entries;
    }

    private List<Entry> list(Path directory) throws IOException {
        ZoneId zone = ZoneId.systemDefault();
        try (SecureDirectoryStream<Path> open = card.host().list(directory)) {
            List<Path> children = new ArrayList<>();
            open.forEach(children::add);
            // Most of the time goes into asking the host for each; order stays.
            Stream<Path> asked = children.size() < MANY ? children.stream() : children.parallelStream();
            return asked.map(child -> listed(open, child, zone))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(ArrayList::new));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Null when it isn't shown. Asked by the directory's descriptor, whatever has taken the directory's place meanwhile. */
    private @Nullable Entry listed(SecureDirectoryStream<Path> directory, Path child, ZoneId zone) {
        String name = DeviceTree.nameOf(child);
        if (!names.isPossible(name) || !names.isListed(name) || (hidden != Hidden.SEEN && tree.isHidden(child))) {
            return null;
        }
        try {
            BasicFileAttributeView view = directory.getFileAttributeView(
                    child.getFileName(), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            return entry(name, view.readAttributes(), zone).orElse(null);
        } catch (NoSuchFileException e) {
            return null; // gone since its directory was read
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a listing says of a file or directory; empty for what a device can't have, such as a symbolic link. */
    public Optional<Entry> entry(Path file) throws IOException {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return entry(DeviceTree.nameOf(file), found, ZoneId.systemDefault());
        } catch (NoSuchFileException e) {
            return Optional.empty(); // gone since its directory was read
        }
    }

    private static Optional<Entry> entry(String name, BasicFileAttributes found, ZoneId zone) {
        boolean shown = found.isDirectory() || found.isRegularFile();
        return shown
                ? Optional.of(new Entry(
                        name,
                        found.isDirectory(),
                        found.isDirectory() ? 0 : found.size(),
                        FatTime.of(found.lastModifiedTime().toInstant(), zone)))
                : Optional.empty();
    }

    /**
     * Opens a file to read.
     *
     * @throws IOException when there is none, or not any more, or it can't be read
     */
    public FileChannel read(VirtualPath path) throws IOException {
        Path file = findFile(path).orElseThrow(() -> new NoSuchFileException(path.toString()));
        return card.host().read(file);
    }

    /** How the user changes files. */
    public FileChanges changes() {
        return new FileChanges(this, tree, card, busy);
    }

    static boolean isFile(Path place) {
        return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS);
    }
}

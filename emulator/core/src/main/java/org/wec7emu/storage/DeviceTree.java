package org.wec7emu.storage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All of a device's directories and files, {@code \Hard Disk} and {@code \Temp} alike, in directories of the host. Names are
 * found whatever their case; where the host has two that differ in nothing else, each is found in its own case, and in any other
 * the one that comes first in the order of characters. Symbolic links of the host aren't there.
 */
final class DeviceTree {
    private final Path top;
    private final List<String> mountPoint;
    private final @Nullable Path mounted;
    private final Set<Path> hidden = ConcurrentHashMap.newKeySet();
    private final Set<Path> fixed = ConcurrentHashMap.newKeySet();

    /**
     * @param top the host's directory behind {@code \}
     * @param mountPoint the device's directory that lies elsewhere on the host
     * @param mounted where; null where all lies below {@code top}
     */
    DeviceTree(Path top, VirtualPath mountPoint, @Nullable Path mounted) {
        this.top = top;
        this.mountPoint = mountPoint.segments();
        this.mounted = mounted;
        fixed.add(top);
        if (mounted != null) {
            fixed.add(mounted);
        }
    }

    /** From now on nothing is hidden but what will be. */
    void forgetHidden() {
        hidden.clear();
    }

    /** The host's file or directory behind a path of the device; empty when there is none. */
    Optional<Path> find(VirtualPath path, FatNames names, boolean seesHidden) {
        if (path.toString().length() > FatNames.LONGEST_PATH) {
            return Optional.empty();
        }
        List<String> segments = path.segments();
        int next = 0;
        Path place = top;
        if (mounted != null && isBelowMountPoint(segments, names)) {
            place = mounted;
            next = mountPoint.size();
        }
        if (next == segments.size() && !isShown(place)) {
            return Optional.empty();
        }
        for (; next < segments.size(); next++) {
            Optional<Path> child =
                    child(place, segments.get(next), names).filter(found -> seesHidden || !hidden.contains(found));
            if (child.isEmpty()) {
                return child;
            }
            place = child.get();
        }
        return Optional.of(place);
    }

    private boolean isBelowMountPoint(List<String> segments, FatNames names) {
        boolean below = segments.size() >= mountPoint.size();
        for (int i = 0; below && i < mountPoint.size(); i++) {
            below = names.meant(segments.get(i))
                    .filter(mountPoint.get(i)::equalsIgnoreCase)
                    .isPresent();
        }
        return below;
    }

    private static Optional<Path> child(Path directory, String asked, FatNames names) {
        Optional<String> name = names.meant(asked);
        Optional<Path> exact = name.flatMap(possible -> resolve(directory, possible));
        if (exact.isEmpty() || isShown(exact.get())) {
            return exact;
        }
        if (Files.exists(exact.get(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty(); // a link, or no file at all
        }
        Path found = null;
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                if (nameOf(child).equalsIgnoreCase(name.get())
                        && isShown(child)
                        && (found == null || nameOf(child).compareTo(nameOf(found)) < 0)) {
                    found = child;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return Optional.empty(); // no directory, or one that can't be read: nothing is found in it
        }
        return Optional.ofNullable(found);
    }

    /** Where a new name in a directory would be; empty when the host can't have it. */
    static Optional<Path> resolve(Path directory, String name) {
        try {
            return Optional.of(directory.resolve(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static boolean isShown(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                || Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    boolean isHidden(Path file) {
        return hidden.contains(file);
    }

    void hide(Path file) {
        hidden.add(file);
    }

    /** Whether it stays where it is, whoever wants to remove or rename it. */
    boolean isFixed(Path file) {
        return fixed.contains(file);
    }

    void fix(Path directory) {
        fixed.add(directory);
    }

    /** What is hidden moves with its name. */
    void moved(Path from, Path to) {
        hidden.stream()
                .filter(file -> file.startsWith(from))
                .sorted(Comparator.reverseOrder())
                .toList()
                .forEach(file -> {
                    hidden.remove(file);
                    hidden.add(file.equals(from) ? to : to.resolve(from.relativize(file)));
                });
    }

    void removed(Path file) {
        hidden.remove(file);
    }
}

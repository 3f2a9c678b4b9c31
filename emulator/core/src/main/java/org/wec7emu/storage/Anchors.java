package org.wec7emu.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Directories of the host below which files are opened, removed and renamed step by step, each directory by the descriptor of the
 * one above, and no symbolic link followed: whatever another process puts into the place of a directory meanwhile, nothing
 * elsewhere is reached. On Linux, as everything here.
 */
final class Anchors {
    private final List<Path> anchors;
    private final FileClock clock;

    /** @param anchors not one below the other, unless nothing is reached by way of the upper one */
    Anchors(List<Path> anchors, FileClock clock) {
        this.anchors = List.copyOf(anchors);
        this.clock = clock;
    }

    /** The same with the host's clock. */
    Anchors(List<Path> anchors) {
        this(anchors, FileClock.right());
    }

    /** Gives a file or directory the time of the device, where that isn't the host's. */
    void stamp(Path file) throws IOException {
        Optional<Instant> time = clock.otherTime();
        if (time.isEmpty()) {
            return;
        }
        try (SecureDirectoryStream<Path> directory = directoryOf(file)) {
            directory
                    .getFileAttributeView(name(file), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(FileTime.from(time.get()), null, null);
        } catch (NoSuchFileException e) {
            // gone already
        }
    }

    /** @throws IOException when there is no such file, or a link is in its place or on the way */
    FileChannel read(Path file) throws IOException {
        return open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    /** Makes or empties a file. */
    FileChannel create(Path file) throws IOException {
        return open(
                file,
                Set.of(
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        LinkOption.NOFOLLOW_LINKS));
    }

    private FileChannel open(Path file, Set<OpenOption> options) throws IOException {
        try (SecureDirectoryStream<Path> directory = directoryOf(file)) {
            SeekableByteChannel channel = directory.newByteChannel(name(file), options);
            if (channel instanceof FileChannel found) {
                return found;
            }
            channel.close();
            throw new FileSystemException(file.toString(), null, "no file of the host's own file system");
        }
    }

    /** Opens a directory to list it; the caller closes it. */
    SecureDirectoryStream<Path> list(Path directory) throws IOException {
        for (Path anchor : anchors) {
            if (directory.equals(anchor)) {
                return opened(anchor);
            }
        }
        try (SecureDirectoryStream<Path> above = directoryOf(directory)) {
            return above.newDirectoryStream(name(directory), LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Removes a file or an empty directory. */
    void delete(Path file) throws IOException {
        try (SecureDirectoryStream<Path> directory = directoryOf(file)) {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                directory.deleteDirectory(name(file));
            } else {
                directory.deleteFile(name(file));
            }
        }
    }

    /** Renames a file or directory; a file is copied where the two lie on different file systems of the host. */
    void move(Path from, Path to) throws IOException {
        try (SecureDirectoryStream<Path> source = directoryOf(from);
                SecureDirectoryStream<Path> target = directoryOf(to)) {
            source.move(name(from), target, name(to));
        } catch (AtomicMoveNotSupportedException e) {
            if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
            copy(from, to);
            delete(from);
        }
    }

    private void copy(Path from, Path to) throws IOException {
        try (FileChannel source = read(from);
                FileChannel target = create(to)) {
            long done = 0;
            while (done < source.size()) {
                done += source.transferTo(done, source.size() - done, target);
            }
        }
    }

    private static Path name(Path file) {
        return file.getFileSystem().getPath(DeviceTree.nameOf(file));
    }

    private SecureDirectoryStream<Path> directoryOf(Path file) throws IOException {
        for (Path anchor : anchors) {
            if (file.startsWith(anchor) && !file.equals(anchor)) {
                return directory(anchor.relativize(file).getParent(), anchor);
            }
        }
        throw new FileSystemException(file.toString(), null, "not the device's");
    }

    /** @param below the anchor; null for the anchor itself */
    private static SecureDirectoryStream<Path> directory(@Nullable Path below, Path anchor) throws IOException {
        if (below == null) {
            return opened(anchor);
        }
        try (SecureDirectoryStream<Path> above = directory(below.getParent(), anchor)) {
            return above.newDirectoryStream(name(below), LinkOption.NOFOLLOW_LINKS);
        }
    }

    @SuppressWarnings("StreamResourceLeak") // the caller closes it
    private static SecureDirectoryStream<Path> opened(Path anchor) throws IOException {
        DirectoryStream<Path> directory = Files.newDirectoryStream(anchor);
        if (directory instanceof SecureDirectoryStream<Path> found) {
            return found;
        }
        directory.close();
        throw new FileSystemException(anchor.toString(), null, "this host can't open files below a directory alone");
    }
}

package org.wec7emu.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A temporary directory of one device, in one of its process that goes with it: removed when the last is closed, and, should the
 * process be killed, by the next one that makes such a directory. Whether the owner still lives is told by a lock on a file in
 * it, which the kernel gives up with the process.
 */
final class ScratchDirectory implements AutoCloseable {
    private static final String PREFIX = "wec7emu-";
    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final String LOCK = ".owner";
    private static final String USER = "unix:uid";

    /**
     * Those of this process, by where they lie. They must not be tried: a POSIX lock is lost when its process closes any
     * descriptor of the file, the one that it was only tried with included.
     */
    private static final Map<Path, OfProcess> OWN = new HashMap<>();

    private final OfProcess parent;
    private final Path path;

    private ScratchDirectory(OfProcess parent, Path path) {
        this.parent = parent;
        this.path = path;
    }

    /** What all devices of this process have in one temporary directory. */
    private static final class OfProcess {
        private final Path temporary;
        private final Path path;
        private final FileChannel lock;
        private int users;
        private long last;

        OfProcess(Path temporary) throws IOException {
            this.temporary = temporary;
            path = createPrivate(temporary);
            removeAbandoned(temporary, path);
            lock = owned(path);
        }

        /** Locked before it gets its name, so that nobody can take it for an abandoned one in between. */
        private static FileChannel owned(Path path) throws IOException {
            Path unnamed = path.resolve(LOCK + ".new");
            FileChannel lock = FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                lock.lock();
                Files.move(unnamed, path.resolve(LOCK));
                return lock;
            } catch (IOException e) { // as when this thread is interrupted
                lock.close();
                deleteTree(path);
                throw e;
            }
        }

        Path next() throws IOException {
            last++;
            return Files.createDirectory(path.resolve(Long.toString(last)), ownerOnly());
        }

        void remove() throws IOException {
            try (lock) {
                deleteTree(path);
            } finally {
                OWN.remove(temporary);
            }
        }
    }

    static ScratchDirectory create() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        synchronized (OWN) {
            OfProcess parent = OWN.get(temporary);
            if (parent == null) {
                parent = new OfProcess(temporary);
                OWN.put(temporary, parent);
            }
            ScratchDirectory made = new ScratchDirectory(parent, parent.next());
            parent.users++;
            return made;
        }
    }

    /** As {@link Files#createTempDirectory} does, whose secure random numbers would cost a start 15 ms. */
    private static Path createPrivate(Path temporary) throws IOException {
        FileAttribute<Set<PosixFilePermission>> ownerOnly = ownerOnly();
        for (long number = System.nanoTime(); ; number++) {
            try {
                String name = PREFIX + ProcessHandle.current().pid() + "-" + Long.toString(number, Character.MAX_RADIX);
                return Files.createDirectory(temporary.resolve(name), ownerOnly);
            } catch (FileAlreadyExistsException e) {
                // somebody else's: the next number
            }
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    }

    Path path() {
        return path;
    }

    private static void removeAbandoned(Path temporary, Path own) {
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            Object user = Files.getAttribute(own, USER);
            for (Path candidate : candidates) {
                if (!candidate.equals(own)) {
                    removeIfAbandoned(candidate, user);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // What is left behind stays for the next start. This one must not fail for it.
        }
    }

    /** @param user whose directories are looked at: root has no business with those of others */
    private static void removeIfAbandoned(Path candidate, Object user) {
        Path owner = candidate.resolve(LOCK);
        try {
            if (!Files.isDirectory(candidate, LinkOption.NOFOLLOW_LINKS)
                    || !Files.isRegularFile(owner, LinkOption.NOFOLLOW_LINKS)
                    || !user.equals(Files.getAttribute(owner, USER, LinkOption.NOFOLLOW_LINKS))) {
                return;
            }
            try (FileChannel channel = FileChannel.open(owner, StandardOpenOption.WRITE);
                    @Nullable FileLock free = channel.tryLock()) {
                if (free != null) {
                    deleteTree(candidate);
                }
            }
        } catch (OverlappingFileLockException e) {
            // a live device of this very process, seen through another class loader
        } catch (IOException e) {
            // gone meanwhile, or not to be removed: the others are still to be looked at
        }
    }

    static void deleteTree(Path top) throws IOException {
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem)
                    throws IOException {
                if (problem != null) {
                    throw problem;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() throws IOException {
        try {
            deleteTree(path);
        } finally {
            synchronized (OWN) {
                parent.users--;
                if (parent.users == 0) {
                    parent.remove();
                }
            }
        }
    }
}

package org.wec7emu.benchmarks.race;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/**
 * The files of the race: for each server a directory of its own, with a large file (one and the same on the disk, linked), a
 * small one, a directory of many, and a directory to write to.
 */
final class Track implements Closeable {
    static final String LARGE = "large.bin";
    static final String SMALL = "small.bin";
    static final String MANY = "many";
    static final String UPLOAD = "up/upload.bin";
    static final int SMALL_BYTES = 1024;
    static final int ENTRIES = 10_000;

    private static final String PREFIX = "wec7emu-race-";
    private static final int BLOCK = 1 << 20;
    private static final long ROOM_BESIDE = 256L << 20;

    private final Path directory;

    private Track(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes it anew, and removes those of runs that were killed.
     *
     * @param parent an existing directory
     * @param bytes of the large file
     * @throws IOException when there is no room; the message says what to do
     */
    static Track make(Path parent, long bytes) throws IOException {
        removeLeft(parent);
        long needed = 2 * bytes + ROOM_BESIDE;
        if (Files.getFileStore(parent).getUsableSpace() < needed) {
            throw new IOException("the race needs " + (needed >> 20) + " MiB in " + parent
                    + "; free some, or name another directory: TMPDIR=DIR ./bench race");
        }
        Path directory = Files.createDirectory(
                parent.resolve(PREFIX + ProcessHandle.current().pid()));
        Track track = new Track(directory);
        try {
            allow(directory, "rwxr-xr-x");
            fill(track.large(), bytes);
            return track;
        } catch (IOException e) {
            track.close();
            throw e;
        }
    }

    private static void removeLeft(Path parent) throws IOException {
        try (var old = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path directory : old) {
                String process = String.valueOf(directory.getFileName()).substring(PREFIX.length());
                boolean left = process.matches("[0-9]{1,18}")
                        && ProcessHandle.of(Long.parseLong(process)).isEmpty();
                if (left && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS) && Files.isWritable(directory)) {
                    remove(directory);
                }
            }
        }
    }

    private static void fill(Path file, long bytes) throws IOException {
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, (byte) 'x');
        // A line end now and then, as TYPE A may be about those.
        for (int i = 79; i < BLOCK; i += 80) {
            block[i] = '\n';
        }
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long left = bytes; left > 0; ) {
                left -= out.write(ByteBuffer.wrap(block, 0, (int) Math.min(BLOCK, left)));
            }
        }
        allow(file, "rw-r--r--");
    }

    Path directory() {
        return directory;
    }

    /** The large file itself. */
    Path large() {
        return directory.resolve(LARGE);
    }

    /** Makes a server's directory. */
    Path home(String name) throws IOException {
        Path home = Files.createDirectory(directory.resolve(name));
        Files.createLink(home.resolve(LARGE), large());
        Files.write(home.resolve(SMALL), new byte[SMALL_BYTES]);
        Path many = Files.createDirectory(home.resolve(MANY));
        for (int i = 0; i < ENTRIES; i++) {
            Files.createFile(many.resolve("recipe-%05d.xml".formatted(i)));
        }
        Path up = Files.createDirectory(home.resolve(UPLOAD).getParent());
        for (Path open : new Path[] {home, many}) {
            allow(open, "rwxr-xr-x");
        }
        allow(home.resolve(SMALL), "rw-r--r--");
        allow(up, "rwxrwxrwx"); // for a server that works as another user
        return home;
    }

    private static void allow(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    @Override
    public void close() throws IOException {
        remove(directory);
    }

    private static void remove(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, java.io.IOException problem) throws IOException {
                if (problem != null) {
                    throw problem;
                }
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

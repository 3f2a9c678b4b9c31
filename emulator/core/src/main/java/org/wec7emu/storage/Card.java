package org.wec7emu.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.fault.FaultState;
import org.wec7emu.profile.StorageProfile.FullCard;

/**
 * The room on a device's card: what its files may hold together, in bytes. Files are measured when an upload begins and again
 * before one is said to have no room, so what the host or a client removes is free at once. Safe for use by several threads.
 */
final class Card {
    private final OptionalLong size;
    private final FullCard whenFull;
    private final VirtualPath directory;
    private final FaultState faults;
    private final List<Path> directories;
    private final Path spool;
    private final Anchors host;
    private final List<MeteredUpload> uploads = new ArrayList<>();
    /** Bytes of all files but those that are being uploaded. */
    private long settled;

    private long spooled;

    /**
     * @param size in bytes; empty where the host's room is the limit
     * @param directory the device's directory that is the card
     * @param faults what is wrong with it
     * @param directories the host's directories that the card consists of
     * @param spool a directory of the host, made when it is needed, for files that are to replace others
     * @param host reaches the card, the RAM and {@code spool}
     */
    Card(
            OptionalLong size,
            FullCard whenFull,
            VirtualPath directory,
            FaultState faults,
            List<Path> directories,
            Path spool,
            Anchors host) {
        this.size = size;
        this.whenFull = whenFull;
        this.directory = directory;
        this.faults = faults;
        this.directories = List.copyOf(directories);
        this.spool = spool;
        this.host = host;
    }

    boolean isRemoved() {
        return faults.has(FaultKind.CARD_REMOVED);
    }

    /** Whether a path of the device leads to the card. */
    boolean holds(VirtualPath devicePath) {
        return devicePath.startsWith(directory);
    }

    /** Whether a file of the host lies on the card; the rest of the device is RAM. */
    boolean holds(Path place) {
        return directories.stream().anyMatch(place::startsWith);
    }

    /** Makes or empties a file. */
    Upload upload(Path place) throws IOException {
        if (!holds(place)) {
            return new FreeUpload(host.create(place));
        }
        boolean limited = size.isPresent() || faults.has(FaultKind.CARD_FULL);
        return limited ? metered(place) : new PlainUpload(this, place, host.create(place));
    }

    /** An upload to RAM. */
    private record FreeUpload(FileChannel file) implements Upload {
        @Override
        public WritableByteChannel channel() {
            return file;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private synchronized Upload metered(Path place) throws IOException {
        boolean replaces = Files.exists(place, LinkOption.NOFOLLOW_LINKS);
        boolean aside = replaces && whenFull == FullCard.UNDONE;
        Path written = aside ? Files.createDirectories(spool).resolve(Long.toString(++spooled)) : place;
        long kept = aside ? Files.size(place) : 0;
        MeteredUpload upload = new MeteredUpload(this, place, written, host.create(written), kept);
        uploads.add(upload);
        measure();
        return upload;
    }

    Anchors host() {
        return host;
    }

    boolean undoesWhatDoesNotFit() {
        return whenFull == FullCard.UNDONE;
    }

    CardFullException full() {
        return new CardFullException(size);
    }

    /** How many of {@code wanted} bytes an upload may write that has no other limit than faults. */
    long takeRoom(long wanted) {
        return faults.takeRoom(wanted);
    }

    /** How many of {@code wanted} bytes an upload may write now; they are the upload's from now on. */
    synchronized long take(MeteredUpload upload, long wanted) throws IOException {
        if (freeFor(upload) < wanted) {
            measure();
        }
        long granted = faults.takeRoom(Math.max(0, Math.min(wanted, freeFor(upload))));
        upload.grant(granted);
        return granted;
    }

    /** Forgets an upload that has ended; its file, if there is one, counts as any other. */
    synchronized void ended(MeteredUpload upload) throws IOException {
        uploads.remove(upload);
        settled += upload.sizeOfTarget();
    }

    /** @throws CardFullException when {@code bytes} more don't fit, in place of a file or as a new one */
    synchronized void requireRoomFor(Path place, long bytes) throws IOException {
        if (!holds(place)) {
            return;
        } else if (faults.room() < bytes) {
            throw full();
        } else if (size.isPresent()) {
            measure();
            long replaced = Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) ? Files.size(place) : 0;
            if (free() + replaced < bytes) {
                throw full();
            }
        }
    }

    /** What an upload may write beyond what it has written; a file that it replaces makes room for it and for nobody else. */
    private long freeFor(MeteredUpload upload) {
        return free() + upload.charge() - upload.granted();
    }

    private long free() {
        long taken = settled;
        for (MeteredUpload upload : uploads) {
            taken += upload.charge();
        }
        return size.orElse(Long.MAX_VALUE) - taken;
    }

    private void measure() throws IOException {
        Measure measure = new Measure();
        for (Path directory : directories) {
            if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                Files.walkFileTree(directory, measure);
            }
        }
        settled = measure.bytes;
    }

    /** Adds up files; what can't be looked at, or goes meanwhile, has no size. */
    private final class Measure extends SimpleFileVisitor<Path> {
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean settledFile = attributes.isRegularFile() && uploads.stream().noneMatch(upload -> upload.isTo(file));
            bytes += settledFile ? attributes.size() : 0;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem) {
            return FileVisitResult.CONTINUE;
        }
    }
}

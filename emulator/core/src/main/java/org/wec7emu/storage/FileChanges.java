package org.wec7emu.storage;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a user changes what is in a {@link FileArea}. What makes a name looks it up and makes it without anybody in between, so that
 * nobody makes the same name in another case. Whether the user has the right to is for the caller to know.
 */
public final class FileChanges {
    private final FileArea area;
    private final DeviceTree tree;
    private final Card card;
    private final BusyFiles busy;

    FileChanges(FileArea area, DeviceTree tree, Card card, BusyFiles busy) {
        this.area = area;
        this.tree = tree;
        this.card = card;
        this.busy = busy;
    }

    /** Whether a file of that path can be made or overwritten. */
    public boolean mayBeWritten(VirtualPath path) {
        Optional<Path> place = area.place(path);
        if (place.isEmpty() || Files.isDirectory(place.get(), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Path directory = place.get().getParent();
        return Files.exists(place.get(), LinkOption.NOFOLLOW_LINKS)
                ? !ReadOnly.is(place.get())
                : directory != null && Files.isWritable(directory);
    }

    /**
     * Makes or empties a file, to be written.
     *
     * @throws FileBusyException when another client does so
     * @throws IOException when that can't be
     */
    public Upload upload(VirtualPath path) throws IOException {
        synchronized (tree) {
            Path place = place(path);
            busy.refuse(place);
            return busy.busy(place, new StampedUpload(card.upload(place), card.host(), place));
        }
    }

    /** A file that gets its time when it is written. */
    private record StampedUpload(Upload upload, Anchors host, Path place) implements Upload {
        @Override
        public WritableByteChannel channel() {
            return upload.channel();
        }

        @Override
        public void close() throws IOException {
            upload.close();
            host.stamp(place);
        }
    }

    /**
     * Makes a directory.
     *
     * @throws IOException when that can't be: the name is taken or can't be, or there is no directory to make it in
     */
    public void makeDirectory(VirtualPath path) throws IOException {
        synchronized (tree) {
            Path place = place(path);
            Files.createDirectory(place);
            card.host().stamp(place);
        }
    }

    private Path place(VirtualPath path) throws IOException {
        return area.place(path).orElseThrow(() -> new NoSuchFileException(path.toString()));
    }

    /**
     * Removes a file.
     *
     * @throws IOException when it can't be: not there, read-only
     */
    public void deleteFile(VirtualPath path) throws IOException {
        remove(path, area.findFile(path));
    }

    /**
     * Removes a directory.
     *
     * @throws IOException when it can't be: not there, not empty, a virtual root, one of the device's own
     */
    public void removeDirectory(VirtualPath path) throws IOException {
        remove(path, area.findDirectory(path));
    }

    private void remove(VirtualPath path, Optional<Path> found) throws IOException {
        Path place = found.orElseThrow(() -> new NoSuchFileException(path.toString()));
        refuseIfProtected(path, place);
        card.host().delete(place);
        tree.removed(place);
    }

    /**
     * Looks whether a file or directory can be renamed, as far as it is concerned.
     *
     * @throws IOException when it can't be: not there, read-only, busy, one of the device's own
     */
    public void requireRenamable(VirtualPath path) throws IOException {
        refuseIfProtected(path, area.find(path).orElseThrow(() -> new NoSuchFileException(path.toString())));
    }

    /**
     * Renames a file or directory. A change of case alone is a rename to a name that is free.
     *
     * @param overwrites whether it may take the place of a file
     * @throws IOException when it can't be: the name is taken or can't be, something is read-only or one of the device's own, a
     *     directory would leave the card, or there is no room for a file on it
     */
    public void rename(VirtualPath from, VirtualPath to, boolean overwrites) throws IOException {
        synchronized (tree) {
            Path source = area.find(from).orElseThrow(() -> new NoSuchFileException(from.toString()));
            Path target = targetOfRename(source, to, overwrites)
                    .orElseThrow(() -> new FileAlreadyExistsException(to.toString()));
            refuseIfProtected(from, source);
            refuseIfProtected(to, target);
            move(source, target);
        }
    }

    private Optional<Path> targetOfRename(Path source, VirtualPath to, boolean overwrites) {
        Optional<Path> existing = area.find(to);
        if (existing.isEmpty()) {
            return area.place(to);
        }
        if (existing.get().equals(source)) {
            return Optional.ofNullable(source.getParent()).flatMap(directory -> area.named(directory, to.name()));
        }
        return overwrites ? existing.filter(FileArea::isFile) : Optional.empty();
    }

    private void move(Path from, Path to) throws IOException {
        if (card.holds(from) != card.holds(to)) {
            if (!FileArea.isFile(from)) {
                throw new FileSystemException(from.toString(), to.toString(), "a directory stays on its volume");
            }
            card.requireRoomFor(to, Files.size(from));
        }
        card.host().move(from, to);
        tree.moved(from, to);
    }

    /**
     * Looks whether a path can be changed as far as other clients are concerned.
     *
     * @throws FileBusyException when one of them uploads that file, or a file in that directory
     */
    public void refuseIfBusy(VirtualPath path) throws FileBusyException {
        Optional<Path> place = area.find(path);
        if (place.isPresent()) {
            busy.refuse(place.get());
        }
    }

    private void refuseIfProtected(VirtualPath path, Path place) throws IOException {
        busy.refuse(place);
        if (isProtected(path, place)) {
            throw new FileSystemException(path.toString(), null, "read-only, or one of the device's own");
        }
    }

    private boolean isProtected(VirtualPath path, Path place) {
        return area.isFixed(path) || (FileArea.isFile(place) && ReadOnly.is(place));
    }
}

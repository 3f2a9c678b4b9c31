package org.wec7emu.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** An upload that takes its room on the card piece by piece, before it writes. */
final class MeteredUpload implements Upload, WritableByteChannel {
    private final Card card;
    private final Path target;
    private final Path written;
    private final FileChannel file;
    private final long kept;
    private long granted;
    private boolean full;
    private boolean closed;

    /**
     * @param target what the file will be
     * @param written where it is written meanwhile: {@code target}, or aside, so that what it replaces stays until the end
     * @param file {@code written}, open
     * @param kept bytes of the file that {@code target} is until the end
     */
    MeteredUpload(Card card, Path target, Path written, FileChannel file, long kept) {
        this.card = card;
        this.target = target;
        this.written = written;
        this.file = file;
        this.kept = kept;
    }

    boolean isTo(Path place) {
        return target.equals(place);
    }

    /** Bytes of the file that there is now. */
    long sizeOfTarget() throws IOException {
        return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) ? Files.size(target) : 0;
    }

    /** Bytes that it may have written; for the card, which guards it. */
    long granted() {
        return granted;
    }

    /** Bytes of the card that nobody else can have: those written, or those of the old file, whichever will stay. */
    long charge() {
        return Math.max(granted, kept);
    }

    void grant(long more) {
        granted += more;
    }

    @Override
    public WritableByteChannel channel() {
        return this;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int wanted = source.remaining();
        long fits = card.take(this, wanted);
        ByteBuffer piece = source.slice().limit((int) fits);
        while (piece.hasRemaining()) {
            file.write(piece);
        }
        source.position(source.position() + (int) fits);
        if (fits < wanted) {
            full = true;
            throw card.full();
        }
        return wanted;
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (file) {
            boolean undone = full && card.undoesWhatDoesNotFit();
            if (undone) {
                card.host().delete(written);
            } else if (!written.equals(target)) {
                replace();
            }
        } finally {
            card.ended(this);
        }
    }

    private void replace() throws IOException {
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            card.host().delete(written);
            throw new IOException("a directory has taken the file's name meanwhile");
        }
        card.host().move(written, target);
    }
}

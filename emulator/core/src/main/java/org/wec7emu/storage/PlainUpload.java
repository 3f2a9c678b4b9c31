package org.wec7emu.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** An upload to a card that has room for everything, unless a fault takes it away meanwhile. */
final class PlainUpload implements Upload, WritableByteChannel {
    private final Card card;
    private final Path place;
    private final FileChannel file;
    private boolean full;

    PlainUpload(Card card, Path place, FileChannel file) {
        this.card = card;
        this.place = place;
        this.file = file;
    }

    @Override
    public WritableByteChannel channel() {
        return this;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int wanted = source.remaining();
        int fits = (int) card.takeRoom(wanted);
        ByteBuffer piece = source.slice().limit(fits);
        while (piece.hasRemaining()) {
            file.write(piece);
        }
        source.position(source.position() + fits);
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
        boolean first = file.isOpen();
        file.close();
        if (first && full && card.undoesWhatDoesNotFit()) {
            card.host().delete(place);
        }
    }
}

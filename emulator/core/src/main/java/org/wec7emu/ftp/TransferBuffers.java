package org.wec7emu.ftp;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Buffers outside the heap, used again and again: the system gives the memory of one that is thrown away back only after the next
 * garbage collection, which many uploads on an otherwise idle device would not bring about for long.
 */
final class TransferBuffers {
    private static final int BYTES = 256 * 1024;
    /** As many as are kept; more are made when they are needed. */
    private static final int MOST_KEPT = 16;

    private static final BlockingQueue<ByteBuffer> KEPT = new ArrayBlockingQueue<>(MOST_KEPT);

    private TransferBuffers() {}

    /** An empty one, to be {@linkplain #give given} back. */
    static ByteBuffer take() {
        ByteBuffer kept = KEPT.poll();
        return kept == null ? ByteBuffer.allocateDirect(BYTES) : kept.clear();
    }

    /** Gives one back; one too many is left to the garbage collection. */
    static void give(ByteBuffer buffer) {
        boolean ignored = KEPT.offer(buffer);
    }
}

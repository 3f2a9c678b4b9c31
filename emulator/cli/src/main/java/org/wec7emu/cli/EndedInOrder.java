package org.wec7emu.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** While it is open, a signal that ends the process interrupts the thread that opened it, and leaves it time to put things in order. */
final class EndedInOrder implements AutoCloseable {
    private static final int SECONDS = 20;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    private EndedInOrder(Thread working) {
        hook = new Thread(
                () -> {
                    working.interrupt();
                    awaitOver();
                },
                "end-in-order");
    }

    static EndedInOrder onThisThread() {
        EndedInOrder order = new EndedInOrder(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(order.hook);
        return order;
    }

    private void awaitOver() {
        try {
            boolean done = over.await(SECONDS, TimeUnit.SECONDS);
            if (!done) {
                System.err.println("wec7emu: what was made on the server may still be there");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        EndOfProcess.remove(hook);
    }
}

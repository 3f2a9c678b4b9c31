package org.wec7emu.benchmarks.hostile;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.wec7emu.benchmarks.hostile.Attack.Deed;

/** Hostile clients at work: their connections and threads. */
final class Crew implements Closeable {
    private final List<SocketChannel> connections = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "hostile");
        thread.setDaemon(true);
        return thread;
    }

    /** Connections that stay. */
    List<SocketChannel> stay(InetSocketAddress device, int clients) throws IOException {
        for (int i = 0; i < clients; i++) {
            connections.add(SocketChannel.open(device));
        }
        return List.copyOf(connections);
    }

    void everySecond(Deed deed) {
        again(() -> {
            deed.act();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1)); // the end interrupts it
        });
    }

    /** Has a thread do it without end. */
    void again(Deed deed) {
        Thread thread = thread(() -> {
            while (!over && tried(deed)) {
                // once more
            }
        });
        threads.add(thread);
        thread.start();
    }

    private boolean tried(Deed deed) {
        try {
            deed.act();
            return true;
        } catch (IOException e) {
            if (!over) {
                System.err.println("bench: a hostile client was stopped: " + e);
            }
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        over = true;
        for (SocketChannel connection : connections) {
            connection.close();
        }
        for (Thread thread : threads) {
            thread.interrupt();
        }
    }
}

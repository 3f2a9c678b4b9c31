package org.wec7emu.benchmarks.hostile;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** What hostile clients do, all at the same time, until they are told to stop. */
enum Attack {
    NONE("nobody else", 0) {
        @Override
        void go(InetSocketAddress device, Crew crew) {
            // the measure of the others
        }
    },
    SILENT("900 sessions that say nothing", 900) {
        @Override
        void go(InetSocketAddress device, Crew crew) throws IOException {
            crew.stay(device, clients());
        }
    },
    SLOW("900 clients that send 1 byte a second", 900) {
        @Override
        void go(InetSocketAddress device, Crew crew) throws IOException {
            List<SocketChannel> slow = crew.stay(device, clients());
            crew.everySecond(() -> {
                for (SocketChannel client : slow) {
                    client.write(ByteBuffer.wrap(new byte[] {'A'}));
                }
            });
        }
    },
    ENDLESS_LINE("2 lines without end, as fast as they go", 2) {
        @Override
        void go(InetSocketAddress device, Crew crew) throws IOException {
            gush(device, crew, clients(), "A".repeat(8192).getBytes(StandardCharsets.US_ASCII), false);
        }
    },
    GARBAGE("2 clients that send random bytes", 2) {
        @Override
        void go(InetSocketAddress device, Crew crew) throws IOException {
            byte[] bytes = new byte[8192];
            new Random(21).nextBytes(bytes);
            gush(device, crew, clients(), bytes, true);
        }
    },
    DEAF("50 that send commands and read no reply", 50) {
        @Override
        void go(InetSocketAddress device, Crew crew) throws IOException {
            gush(device, crew, clients(), "NOOP\r\n".repeat(1000).getBytes(StandardCharsets.US_ASCII), false);
        }
    },
    COME_AND_GO("2 that connect and leave, again and again", 2) {
        @Override
        void go(InetSocketAddress device, Crew crew) {
            for (int i = 0; i < clients(); i++) {
                crew.again(() -> {
                    try (SocketChannel client = SocketChannel.open(device)) {
                        client.setOption(
                                StandardSocketOptions.SO_LINGER, 0); // leaves no port behind that nobody can use
                    }
                });
            }
        }
    };

    private static final long PAUSE_NANOS = 100_000;

    private final String description;
    private final int clients;

    Attack(String description, int clients) {
        this.description = description;
        this.clients = clients;
    }

    String description() {
        return description;
    }

    int clients() {
        return clients;
    }

    /** Begins; {@link Crew#close} ends it. */
    abstract void go(InetSocketAddress device, Crew crew) throws IOException;

    private static void gush(InetSocketAddress device, Crew crew, int clients, byte[] bytes, boolean reads)
            throws IOException {
        ByteBuffer thrownAway = ByteBuffer.allocate(1 << 16);
        for (SocketChannel client : crew.stay(device, clients)) {
            client.configureBlocking(!reads);
            crew.again(() -> {
                int moved = client.write(ByteBuffer.wrap(bytes));
                if (reads) {
                    moved += Math.max(0, client.read(thrownAway.duplicate().clear()));
                }
                if (moved == 0) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            });
        }
    }

    /** What one does of it at a time. */
    interface Deed {
        void act() throws IOException;
    }
}

package org.wec7emu.measure.behaviour;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Addresses of this machine's loopback that hardly anybody else uses. On an address that several devices share, a port that is
 * closed on one could be open as that of another.
 */
final class OwnAddresses {
    private static final int LOOPBACK = 127;
    private static final int FIRST = 64;
    private static final int BYTE = 256;

    private OwnAddresses() {}

    /** One of some four million, at random. */
    static InetAddress next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        byte[] address = {
            LOOPBACK,
            (byte) (FIRST + random.nextInt(FIRST)),
            (byte) random.nextInt(BYTE),
            (byte) (1 + random.nextInt(BYTE - 2))
        };
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}

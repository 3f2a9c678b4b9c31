package org.wec7emu.firewall.enforce.nftables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel allows the calling thread. */
final class Capability {
    private static final Path STATUS = Path.of("/proc/thread-self/status");
    private static final String EFFECTIVE = "CapEff:";
    private static final int NET_ADMIN = 12;

    private Capability() {}

    /** Whether it has CAP_NET_ADMIN; true when that can't be found out, since trying tells. */
    static boolean hasNetAdmin() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(EFFECTIVE))
                    .mapToLong(line -> Long.parseUnsignedLong(
                            line.substring(EFFECTIVE.length()).strip(), 16))
                    .allMatch(bits -> (bits & 1L << NET_ADMIN) != 0);
        } catch (IOException e) {
            return true;
        }
    }
}

package org.wec7emu.network;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.opentest4j.TestAbortedException;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Enforcer;
import org.wec7emu.firewall.enforce.Placement;
import org.wec7emu.firewall.enforce.choice.Enforcers;

/** What a machine must have for these tests; each method skips the test, naming what is lacking. */
final class Requirements {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Requirements() {}

    static void assumeNamespaces() throws InterruptedException {
        assume("needs network namespaces, so root: ", "unshare", "--net", "true");
    }

    static void assumeTun() {
        if (!Files.isWritable(Path.of("/dev/net/tun"))) {
            throw new TestAbortedException("needs /dev/net/tun, and to be allowed to use it");
        }
    }

    static void assumeNft() throws InterruptedException {
        assume("needs nft and a kernel with nf_tables: ", "unshare", "--net", "nft", "add table inet probe");
    }

    static void assumeNmap() throws InterruptedException {
        assume("needs nmap: ", "nmap", "--version");
    }

    /** What enforces at a level, for a device at that place; asked in the namespace that the device is in. */
    static Enforcer assumeLevel(EnforcementLevel level, Placement placement) {
        try {
            return Enforcers.named(level, placement);
        } catch (EnforcementException e) {
            throw new TestAbortedException(e.getMessage());
        }
    }

    /** That a level can be had by a device of that namespace. */
    static void assumeLevel(EnforcementLevel level, Namespace namespace, InetAddress device) throws Exception {
        try (InNamespace inside = InNamespace.enter(namespace)) {
            inside.call(() -> assumeLevel(level, new Placement(device, true)));
        }
    }

    private static void assume(String need, String... command) throws InterruptedException {
        try {
            Command.run(List.of(command), "", LIMIT);
        } catch (IOException e) {
            throw new TestAbortedException(need + e.getMessage());
        }
    }
}

package org.wec7emu.firewall.enforce.nftables;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.util.concurrent.ThreadLocalRandom;
import org.wec7emu.firewall.Packets;
import org.wec7emu.firewall.enforce.Availability;
import org.wec7emu.firewall.enforce.Placement;

/** Addresses that nobody else uses, for a test each. */
final class OwnAddresses {
    private OwnAddresses() {}

    /** Skips the test where the level can't be had. */
    static InetAddress next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        InetAddress address = Packets.address(
                "127." + random.nextInt(64, 128) + "." + random.nextInt(256) + "." + random.nextInt(2, 255));
        Availability availability = new NftablesEnforcer(new Placement(address, true)).probe();
        assumeTrue(
                availability instanceof Availability.Available,
                () -> "needs the enforcement level nftables (libnftables1, CAP_NET_ADMIN): " + availability);
        return address;
    }
}

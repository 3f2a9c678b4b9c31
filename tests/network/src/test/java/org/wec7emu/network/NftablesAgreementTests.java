package org.wec7emu.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Enforcer;
import org.wec7emu.firewall.enforce.Placement;

/**
 * Whatever the rules and whatever comes in or goes out, in which order, the kernel with the tables of the level nftables lets
 * pass what the reference lets pass, answers nothing, and leaves other addresses of the host alone.
 */
class NftablesAgreementTests {
    @ParameterizedTest(name = "IPv4, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void holdsForAnySequenceOfPacketsAndRulesInIpv4(long seed) throws Exception {
        assertAgreement(seed, Addresses.DEVICE);
    }

    @ParameterizedTest(name = "IPv6, seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void holdsForAnySequenceOfPacketsAndRulesInIpv6(long seed) throws Exception {
        assertAgreement(seed, Addresses.DEVICE_IPV6);
    }

    private static void assertAgreement(long seed, InetAddress device) throws Exception {
        Sequence sequence = Sequence.random(seed, device);
        try (PacketLab lab = PacketLab.start(List.of(device, Sequence.neighbour(device)))) {
            Enforcer enforcer = lab.inside()
                    .call(() -> Requirements.assumeLevel(EnforcementLevel.NFTABLES, new Placement(device, true)));
            try (FirewallUnderTest firewall = FirewallUnderTest.of(enforcer, lab.inside(), sequence.first())) {
                assertThat(new Agreement(device, sequence).disagreements(lab, firewall))
                        .isEmpty();
                assertThat(lab.answers()).isEmpty();
            }
        }
    }
}

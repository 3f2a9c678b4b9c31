package org.wec7emu.firewall.enforce.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.wec7emu.firewall.enforce.Clients.accepted;
import static org.wec7emu.firewall.enforce.Clients.anyPort;
import static org.wec7emu.firewall.enforce.Clients.assertSilent;
import static org.wec7emu.firewall.enforce.Clients.connected;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.Availability;
import org.wec7emu.firewall.enforce.PortPolicy;

/**
 * Programs run by the kernel on loopback. Their policies are made by hand, since in a rule set a rule that names 127.0.0.x
 * is about the device itself and lets nobody in.
 */
class FilterInKernelTests {
    private final List<SocketPort> ports = new ArrayList<>();

    @BeforeEach
    void needsTheLevel() {
        Availability availability = new SocketEnforcer().probe();
        assumeTrue(
                availability instanceof Availability.Available,
                () -> "needs the enforcement level socket (CAP_NET_ADMIN on recent kernels): " + availability);
    }

    @AfterEach
    void close() {
        ports.forEach(SocketPort::close);
    }

    private ServerSocketChannel listening(StandardProtocolFamily family, PortPolicy policy, String address)
            throws IOException {
        SocketPort port = SocketPort.open(family, 21, closed -> {});
        ports.add(port);
        port.filter(FilterCompiler.compile(policy, family));
        return port.channel().bind(anyPort(address));
    }

    private static Rule from(Action action, String range) {
        return Rule.inbound(action + range, action, Traffic.any()).from(AddressRange.parse(range));
    }

    @Test
    void anAllowedSourceConnectsAndAnotherMeetsSilence() throws Exception {
        PortPolicy policy = new PortPolicy(List.of(from(Action.ALLOW, "127.0.0.2")), false);
        ServerSocketChannel server = listening(StandardProtocolFamily.INET, policy, "127.0.0.1");
        SocketAddress address = server.getLocalAddress();

        assertSilent("127.0.0.3", address);
        assertThat(accepted(server)).isEmpty();
        try (Socket client = connected("127.0.0.2", address)) {
            assertThat(accepted(server)).isPresent().get().satisfies(accepted -> assertThat(accepted.getRemoteAddress())
                    .isEqualTo(client.getLocalSocketAddress()));
        }
    }

    @Test
    void aBlockedRangeMeetsSilenceFromItsFirstAddressToItsLast() throws Exception {
        PortPolicy policy = new PortPolicy(List.of(from(Action.BLOCK, "127.0.0.4/30")), true);
        SocketAddress address =
                listening(StandardProtocolFamily.INET, policy, "127.0.0.1").getLocalAddress();

        connected("127.0.0.3", address).close();
        assertSilent("127.0.0.4", address);
        assertSilent("127.0.0.7", address);
        connected("127.0.0.8", address).close();
    }

    @Test
    void theFirstRuleThatMatchesDecides() throws Exception {
        PortPolicy policy =
                new PortPolicy(List.of(from(Action.ALLOW, "127.0.0.5"), from(Action.BLOCK, "127.0.0.4/30")), true);
        SocketAddress address =
                listening(StandardProtocolFamily.INET, policy, "127.0.0.1").getLocalAddress();

        connected("127.0.0.5", address).close();
        assertSilent("127.0.0.6", address);
    }

    @Test
    void hundredsOfSourcesAreAllLookedAt() throws Exception {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            rules.add(from(Action.ALLOW, "127.1." + i / 256 + "." + i % 256));
        }
        // An IPv6 socket's program has to jump over all of them.
        rules.add(from(Action.ALLOW, "::1"));
        ServerSocketChannel server = listening(StandardProtocolFamily.INET6, new PortPolicy(rules, false), "::");
        int port = ((InetSocketAddress) server.getLocalAddress()).getPort();

        connected("127.1.2.87", new InetSocketAddress("127.0.0.1", port)).close();
        assertSilent("127.1.2.88", new InetSocketAddress("127.0.0.1", port));
        connected(new InetSocketAddress("::1", port)).close();
    }

    @Test
    void theLongestProgramIsTakenByTheKernel() throws Exception {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 2047; i++) {
            rules.add(from(Action.ALLOW, "127.1." + i / 256 + "." + i % 256));
        }
        SocketAddress address = listening(StandardProtocolFamily.INET, new PortPolicy(rules, false), "127.0.0.1")
                .getLocalAddress();

        connected("127.1.7.254", address).close();
        assertSilent("127.1.7.255", address);
    }

    @Test
    void anIpv6SourceConnectsAndAnotherOfItsPrefixMeetsSilence() throws Exception {
        SocketAddress open = listening(
                        StandardProtocolFamily.INET6, new PortPolicy(List.of(from(Action.ALLOW, "::1")), false), "::1")
                .getLocalAddress();
        SocketAddress closed = listening(
                        StandardProtocolFamily.INET6, new PortPolicy(List.of(from(Action.ALLOW, "::2")), false), "::1")
                .getLocalAddress();

        connected(open).close();
        assertSilent(closed);
    }
}

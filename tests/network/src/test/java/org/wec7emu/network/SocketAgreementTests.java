package org.wec7emu.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.PacketFilter;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.GuardedPort;
import org.wec7emu.firewall.enforce.Placement;

/**
 * Whatever the rules and wherever a client is, the kernel with a filter on its sockets does to an attempt to connect what the
 * reference says: it answers with a SYN/ACK, or it is silent and counts one drop.
 */
class SocketAgreementTests {
    private static final int RULE_SETS = 80;
    private static final int ATTEMPTS = 30;
    private static final int HUNDREDS = 300;

    private static final List<InetAddress> DEVICES =
            Addresses.addresses("192.0.2.21", "192.0.2.22", "2001:db8::21", "2001:db8::22");
    private static final List<InetAddress> REMOTES = Addresses.addresses(
            "192.0.2.7",
            "192.0.2.8",
            "192.0.3.7",
            "10.0.0.1",
            "203.0.113.200",
            "2001:db8::7",
            "2001:db8::8",
            "fe80::7");
    private static final List<Integer> PORTS = List.of(20, 21, 22, 443, 49_152, 65_535);

    /** Of each a socket for IPv4, one for IPv6, and on the other ports one for both. */
    private static final List<Integer> PORTS_WITH_TWO_SOCKETS = List.of(21, 443, 65_535);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void holdsForRandomRulesAndSources(long seed) throws Exception {
        Random random = new Random(seed);
        RandomRules rules = new RandomRules(random, REMOTES, DEVICES, PORTS);
        try (Namespace namespace = Namespace.create();
                InNamespace inside = InNamespace.enter(namespace);
                Tun tun = Tun.open(namespace, inside, DEVICES)) {
            // Every SYN gets its SYN/ACK, none is remembered, so there is no queue that could be full.
            namespace.sysctl("net.ipv4.tcp_syncookies=2");
            int passed = inside.call(() -> {
                try (Enforcement enforcement = Requirements.assumeLevel(EnforcementLevel.SOCKET, Placement.SHARED)
                        .start(rules.next())) {
                    List<Listening> sockets = listen(enforcement);
                    int sum = 0;
                    for (int i = 0; i < RULE_SETS; i++) {
                        enforcement.apply(rules.next(i % 10 == 0 ? HUNDREDS : random.nextInt(12)));
                        sum += passedAttempts(tun, enforcement.rules(), sockets, rules);
                    }
                    return sum;
                }
            });
            // Rules that let all in, or nobody, would prove little.
            assertThat(passed).isBetween(RULE_SETS * ATTEMPTS / 10, RULE_SETS * ATTEMPTS * 9 / 10);
        }
    }

    private static List<Listening> listen(Enforcement enforcement) throws Exception {
        List<Listening> sockets = new ArrayList<>();
        for (int port : PORTS) {
            if (PORTS_WITH_TWO_SOCKETS.contains(port)) {
                sockets.add(listen(enforcement, StandardProtocolFamily.INET, "192.0.2.21", port));
                sockets.add(listen(enforcement, StandardProtocolFamily.INET6, "2001:db8::21", port));
            } else {
                sockets.add(listen(enforcement, StandardProtocolFamily.INET6, "::", port));
            }
        }
        return sockets;
    }

    private static Listening listen(Enforcement enforcement, StandardProtocolFamily family, String address, int port)
            throws Exception {
        InetSocketAddress endpoint = new InetSocketAddress(Addresses.address(address), port);
        GuardedPort guarded = enforcement.open(family, port);
        guarded.channel().bind(endpoint);
        guarded.bound();
        return new Listening(guarded, endpoint);
    }

    private record Listening(GuardedPort port, InetSocketAddress endpoint) {
        /** One of the addresses by which it is reached. */
        InetAddress address(RandomRules random) {
            return endpoint.getAddress().isAnyLocalAddress() ? random.any(DEVICES) : endpoint.getAddress();
        }
    }

    private static int passedAttempts(Tun tun, RuleSet rules, List<Listening> sockets, RandomRules random)
            throws Exception {
        PacketFilter reference = new PacketFilter(rules, () -> Instant.EPOCH);
        int passed = 0;
        for (int i = 0; i < ATTEMPTS; i++) {
            Listening socket = random.any(sockets);
            InetAddress device = socket.address(random);
            Packet.Tcp attempt = Packet.Tcp.syn(
                    Direction.INBOUND,
                    new InetSocketAddress(
                            remote(random, device), 1024 + random.random().nextInt(60_000)),
                    new InetSocketAddress(device, socket.endpoint().getPort()));

            boolean expected = reference.decide(attempt).passes();

            assertThat(answered(tun, socket.port(), attempt))
                    .as("answered: %s, by %s", attempt, rules)
                    .isEqualTo(expected);
            passed += expected ? 1 : 0;
        }
        return passed;
    }

    /** A remote end of the same IP version; any other address of its network every second time. */
    private static InetAddress remote(RandomRules random, InetAddress device) throws Exception {
        boolean version6 = device instanceof Inet6Address;
        byte[] address = random.any(REMOTES.stream()
                        .filter(remote -> remote instanceof Inet6Address == version6)
                        .toList())
                .getAddress();
        if (random.random().nextBoolean()) {
            address[address.length - 1] = (byte) (1 + random.random().nextInt(20));
        }
        return InetAddress.getByAddress(address);
    }

    /** Sends an attempt. Either there is an answer or the socket has dropped one segment more; never both, never neither. */
    private static boolean answered(Tun tun, GuardedPort port, Packet.Tcp attempt) throws Exception {
        tun.drain();
        long before = port.dropped().getAsLong();

        tun.write(PacketBytes.of(MarkedPacket.of(attempt, 1)));

        List<SeenPacket> answers = tun.drain().stream().map(SeenPacket::of).toList();
        long dropped = port.dropped().getAsLong() - before;
        assertThat(answers.size() + dropped)
                .as("%s was answered by %s, and %d dropped", attempt, answers, dropped)
                .isEqualTo(1);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.isSynAck()).isTrue())
                .allSatisfy(answer -> assertThat(answer.destination()).isEqualTo(attempt.remote()))
                .allSatisfy(answer -> assertThat(answer.destinationPort())
                        .isEqualTo(attempt.remoteEnd().getPort()));
        return !answers.isEmpty();
    }
}

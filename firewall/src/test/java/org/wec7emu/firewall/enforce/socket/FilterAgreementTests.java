package org.wec7emu.firewall.enforce.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.HourRange;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.PacketFilter;
import org.wec7emu.firewall.Packets;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.TimeCondition;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.PortPolicy;

/** Whatever the rules, a socket's filter and the reference say the same about every attempt to connect. */
class FilterAgreementTests {
    private static final List<InetAddress> IPV4 =
            addresses("10.0.0.1", "10.0.0.2", "10.0.1.1", "10.128.0.1", "127.0.0.1", "192.168.0.20", "255.255.255.255");
    private static final List<InetAddress> IPV6 =
            addresses("::1", "fe80::1", "fe80::2", "fe80:0:0:1::1", "2001:db8::1");
    private static final int[] PORTS = {1, 20, 21, 22, 49152, 65535};

    private static List<InetAddress> addresses(String... literals) {
        return List.of(literals).stream().map(Packets::address).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void holdsForRandomRulesAndPackets(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            RuleSet rules = rules(random);
            LocalDateTime time = LocalDateTime.of(2026, 1, 1, 0, 0).plusHours(random.nextInt(24 * 365));
            PacketFilter reference = new PacketFilter(rules, () -> time.toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
            int port = PORTS[random.nextInt(PORTS.length)];
            PortPolicy policy = PortPolicy.of(rules.at(time), port);
            Optional<FilterProgram> dual = FilterCompiler.compile(policy, StandardProtocolFamily.INET6);
            Optional<FilterProgram> ipv4Only = FilterCompiler.compile(policy, StandardProtocolFamily.INET);
            for (int j = 0; j < 20; j++) {
                List<InetAddress> pool = random.nextBoolean() ? IPV4 : IPV6;
                InetAddress source = any(pool, random);
                InetAddress device = any(pool, random);
                boolean expected = reference
                        .decide(new Packet.Tcp(
                                Direction.INBOUND,
                                new InetSocketAddress(source, 50_000),
                                new InetSocketAddress(device, port),
                                true))
                        .passes();
                Supplier<String> said =
                        () -> "%s to %s port %d at %s by %s".formatted(source, device, port, time, rules);
                assertThat(policy.passes(source, device)).as(said).isEqualTo(expected);
                assertThat(passes(dual, source, device)).as(said).isEqualTo(expected);
                if (pool == IPV4) {
                    assertThat(passes(ipv4Only, source, device)).as(said).isEqualTo(expected);
                }
            }
        }
    }

    private static boolean passes(Optional<FilterProgram> program, InetAddress source, InetAddress device) {
        return program.map(it -> BpfInterpreter.passes(it, source, device)).orElse(true);
    }

    private static RuleSet rules(Random random) {
        List<Rule> rules = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            rules.add(new Rule(
                    "rule" + i,
                    any(List.of(Action.values()), random),
                    random.nextInt(8) == 0 ? Direction.OUTBOUND : Direction.INBOUND,
                    traffic(random),
                    range(random, 2),
                    range(random, 6),
                    random.nextInt(8) != 0,
                    times(random)));
        }
        if (random.nextBoolean()) {
            rules.add(Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any()));
        }
        return new RuleSet(any(List.of(Dialect.values()), random), random.nextInt(20) != 0, rules);
    }

    private static Traffic traffic(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> Traffic.any();
            case 1 -> new Traffic.Protocol(any(List.of(6, 6, 6, 17, 50, 58), random));
            case 6 -> new Traffic.Icmpv6(OptionalInt.of(128), OptionalInt.empty());
            case 2 -> Traffic.udp(PORTS[random.nextInt(PORTS.length)]);
            case 3 -> new Traffic.Icmp(OptionalInt.of(8), OptionalInt.empty());
            default -> {
                int first = random.nextInt(PORTS.length);
                int last = first + random.nextInt(PORTS.length - first);
                yield new Traffic.Tcp(new PortRange(PORTS[first], PORTS[last]));
            }
        };
    }

    private static Optional<TimeCondition> times(Random random) {
        int start = random.nextInt(24);
        return switch (random.nextInt(8)) {
            case 0 -> Optional.of(TimeCondition.daily(new HourRange(start, (start + 1 + random.nextInt(23)) % 24)));
            case 1 -> Optional.of(TimeCondition.on(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.SUNDAY));
            default -> Optional.empty();
        };
    }

    /** One time in {@code rarity} a range around one of the addresses that packets have. */
    private static Optional<AddressRange> range(Random random, int rarity) {
        if (random.nextInt(rarity) != 0) {
            return Optional.empty();
        }
        InetAddress base = any(random.nextInt(3) == 0 ? IPV6 : IPV4, random);
        return Optional.of(new AddressRange(base, random.nextInt(base.getAddress().length * Byte.SIZE + 1)));
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}

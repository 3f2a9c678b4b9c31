package org.wec7emu.firewall;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Rule sets and packets at random, for tests that hold two ways of deciding to the same verdict. Addresses and numbers are of
 * a few, and ranges begin and end at or beside them, so rules overlap and packets meet their edges.
 */
public final class RandomFirewalls {
    /** Some share long prefixes, some none. */
    public static final List<InetAddress> IPV4 =
            addresses("10.0.0.1", "10.0.0.2", "10.0.1.1", "10.128.0.1", "127.0.0.1", "192.168.0.20", "255.255.255.255");

    public static final List<InetAddress> IPV6 = addresses("::1", "fe80::1", "fe80::2", "fe80:0:0:1::1", "2001:db8::1");

    private static final List<Integer> PORTS = List.of(1, 20, 21, 22, 49152, 65535);
    /** Echo and its reply in both versions, redirect, and the ends. */
    private static final List<Integer> ICMP_TYPES = List.of(0, 5, 8, 128, 129, 255);

    private static final List<Integer> ICMP_CODES = List.of(0, 1, 255);
    /** TCP more often, then UDP, ICMP, ICMPv6, ESP, and others. */
    private static final List<Integer> PROTOCOLS = List.of(6, 6, 6, 17, 1, 58, 50, 0, 255);

    private final Random random;

    /** @param random seeded, so that a failure can be repeated */
    public RandomFirewalls(Random random) {
        this.random = random;
    }

    private static List<InetAddress> addresses(String... literals) {
        return List.of(literals).stream().map(Packets::address).toList();
    }

    /** Fewer than {@code size} rules of any kind, and often a rule that blocks all; in either dialect, now and then off. */
    public RuleSet ruleSet(int size) {
        List<Rule> rules = new ArrayList<>();
        for (int i = random.nextInt(size); i > 0; i--) {
            rules.add(rule("rule" + i));
        }
        if (random.nextBoolean()) {
            rules.add(Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any()));
        }
        return new RuleSet(any(List.of(Dialect.values())), random.nextInt(20) != 0, rules);
    }

    /** One in four is outbound; one in eight is disabled, and as many hold at certain hours or on certain days. */
    public Rule rule(String name) {
        return new Rule(
                name,
                any(List.of(Action.values())),
                random.nextInt(4) == 0 ? Direction.OUTBOUND : Direction.INBOUND,
                traffic(),
                range(2),
                range(6),
                random.nextInt(8) != 0,
                times());
    }

    public Traffic traffic() {
        return switch (random.nextInt(8)) {
            case 0 -> Traffic.any();
            case 1 -> new Traffic.Protocol(any(PROTOCOLS));
            case 2 -> new Traffic.Udp(ports());
            case 3 -> new Traffic.Icmp(number(ICMP_TYPES), number(ICMP_CODES));
            case 4 -> new Traffic.Icmpv6(number(ICMP_TYPES), number(ICMP_CODES));
            default -> new Traffic.Tcp(ports());
        };
    }

    private PortRange ports() {
        int first = random.nextInt(PORTS.size());
        int last = first + random.nextInt(PORTS.size() - first);
        return new PortRange(PORTS.get(first), PORTS.get(last));
    }

    private OptionalInt number(List<Integer> numbers) {
        return random.nextBoolean() ? OptionalInt.of(any(numbers)) : OptionalInt.empty();
    }

    private Optional<TimeCondition> times() {
        int start = random.nextInt(24);
        return switch (random.nextInt(16)) {
            case 0 -> Optional.of(TimeCondition.daily(new HourRange(start, (start + 1 + random.nextInt(23)) % 24)));
            case 1 -> Optional.of(TimeCondition.on(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.SUNDAY));
            default -> Optional.empty();
        };
    }

    /** One time in {@code rarity} a range around one of the addresses that packets have. */
    private Optional<AddressRange> range(int rarity) {
        if (random.nextInt(rarity) != 0) {
            return Optional.empty();
        }
        InetAddress base = any(random.nextInt(3) == 0 ? IPV6 : IPV4);
        return Optional.of(new AddressRange(base, random.nextInt(base.getAddress().length * Byte.SIZE + 1)));
    }

    /** An hour of a year. */
    public LocalDateTime time() {
        return LocalDateTime.of(2026, 1, 1, 0, 0).plusHours(random.nextInt(24 * 365));
    }

    /** A packet of any kind, in either direction, between two addresses of one family. */
    public Packet packet() {
        List<InetAddress> family = addressFamily();
        Direction direction = any(List.of(Direction.values()));
        InetAddress remote = any(family);
        InetAddress device = any(family);
        InetSocketAddress remoteEnd = new InetSocketAddress(remote, port());
        InetSocketAddress deviceEnd = new InetSocketAddress(device, port());
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Packet.Udp(direction, remoteEnd, deviceEnd);
            case 2, 3 ->
                new Packet.Icmp(direction, remote, device, any(ICMP_TYPES), any(ICMP_CODES), random.nextInt(2));
            case 4 -> new Packet.Other(direction, remote, device, any(PROTOCOLS));
            default -> new Packet.Tcp(direction, remoteEnd, deviceEnd, random.nextBoolean(), random.nextInt(4) == 0);
        };
    }

    /** A port at which a range may begin or end, or one beside it. */
    public int port() {
        int beside = random.nextInt(4) == 0 ? random.nextInt(3) - 1 : 0;
        return Math.min(65_535, Math.max(1, any(PORTS) + beside));
    }

    /** All addresses of one family. */
    public List<InetAddress> addressFamily() {
        return random.nextBoolean() ? IPV4 : IPV6;
    }

    public <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

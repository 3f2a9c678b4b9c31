package org.wec7emu.profile;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.HourRange;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.TimeCondition;
import org.wec7emu.firewall.Traffic;

/** Rule sets of every kind that a profile can have, from a seed. */
public final class RandomRules {
    private static final List<String> NAMES = List.of(
            "rule", "BlockAllRule", "6to4", "12", "0x1F", "true", "No", "a b", "it's", "# x", "a: b", "{", "-", "~");

    private final Random random;

    public RandomRules(long seed) {
        random = new Random(seed);
    }

    public RuleSet set() {
        List<Rule> rules = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            rules.add(rule(i));
        }
        return new RuleSet(any(Dialect.values()), random.nextBoolean(), rules);
    }

    private Rule rule(int number) {
        String name = NAMES.get(random.nextInt(NAMES.size())) + (number == 1 ? "" : number);
        boolean version6 = random.nextBoolean();
        return new Rule(
                name,
                any(Action.values()),
                any(Direction.values()),
                traffic(),
                host(version6),
                host(version6),
                random.nextInt(4) != 0,
                times());
    }

    private Traffic traffic() {
        int first = 1 + random.nextInt(65_535);
        PortRange ports = random.nextBoolean()
                ? PortRange.of(first)
                : new PortRange(first, first + random.nextInt(65_536 - first));
        return switch (random.nextInt(6)) {
            case 0 -> new Traffic.Tcp(ports);
            case 1 -> new Traffic.Udp(ports);
            case 2 -> new Traffic.Icmp(octet(), octet());
            case 3 -> new Traffic.Icmpv6(octet(), octet());
            case 4 -> new Traffic.Protocol(random.nextInt(256));
            default -> Traffic.any();
        };
    }

    private OptionalInt octet() {
        return random.nextBoolean() ? OptionalInt.of(random.nextInt(256)) : OptionalInt.empty();
    }

    private Optional<AddressRange> host(boolean version6) {
        byte[] bytes = new byte[version6 ? 16 : 4];
        random.nextBytes(bytes);
        if (random.nextInt(3) == 0) {
            Arrays.fill(bytes, 1, bytes.length, (byte) 0);
        }
        int bits = bytes.length * Byte.SIZE;
        try {
            InetAddress base = InetAddress.getByAddress(bytes);
            int prefix = random.nextBoolean() ? bits : random.nextInt(bits + 1);
            return random.nextBoolean() ? Optional.of(new AddressRange(base, prefix)) : Optional.empty();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<TimeCondition> times() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) == 0) {
                days.add(day);
            }
        }
        int start = random.nextInt(24);
        int day = 1 + random.nextInt(29);
        return switch (random.nextInt(6)) {
            case 0 -> Optional.of(TimeCondition.daily(new HourRange(start, (start + 1 + random.nextInt(23)) % 24)));
            case 1 ->
                Optional.of(new TimeCondition(
                        Optional.of(new HourRange(start, (start + 9) % 24)),
                        days,
                        OptionalInt.empty(),
                        Optional.empty()));
            case 2 ->
                Optional.of(new TimeCondition(
                        Optional.empty(), days, OptionalInt.of(day), Optional.of(Month.of(1 + random.nextInt(12)))));
            default -> Optional.empty();
        };
    }

    private <T> T any(T[] of) {
        return of[random.nextInt(of.length)];
    }
}

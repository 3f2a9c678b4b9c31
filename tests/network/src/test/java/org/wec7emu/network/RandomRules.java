package org.wec7emu.network;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;

/**
 * Rule sets of both dialects at random, about hosts and ports that packets are going to have.
 *
 * @param remotes that public hosts are ranges around
 * @param devices that private hosts are ranges around
 * @param ports that port ranges begin and end with, ascending
 */
record RandomRules(Random random, List<InetAddress> remotes, List<InetAddress> devices, List<Integer> ports) {
    private static final int FEW = 8;

    /** A firewall that is off now and then, with up to so many rules as a person enters. */
    RuleSet next() {
        return next(random.nextInt(FEW));
    }

    /** With that number of rules, and half of the time one more that blocks all that comes in. */
    RuleSet next(int number) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            rules.add(new Rule(
                    "rule" + i,
                    any(List.of(Action.ALLOW, Action.ALLOW, Action.BLOCK, Action.BLOCK, Action.LOG)),
                    any(List.of(Direction.values())),
                    traffic(),
                    random.nextInt(2) == 0 ? Optional.of(range(any(remotes))) : Optional.empty(),
                    random.nextInt(5) == 0 ? Optional.of(range(any(devices))) : Optional.empty(),
                    random.nextInt(8) != 0));
        }
        if (random.nextBoolean()) {
            rules.add(Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any()));
        }
        return new RuleSet(any(List.of(Dialect.values())), random.nextInt(20) != 0, rules);
    }

    private Traffic traffic() {
        return switch (random.nextInt(9)) {
            case 0 -> Traffic.any();
            case 1 -> new Traffic.Protocol(any(List.of(6, 17, 1, 58, 2, 47, 50, 51)));
            case 2 -> new Traffic.Icmp(number(8, 0, 3), number(0, 1));
            case 3 -> new Traffic.Icmpv6(number(128, 129, 1), number(0, 1));
            case 4, 5 -> new Traffic.Udp(portRange());
            default -> new Traffic.Tcp(portRange());
        };
    }

    private PortRange portRange() {
        int first = random.nextInt(ports.size());
        int last = first + (random.nextBoolean() ? 0 : random.nextInt(ports.size() - first));
        return new PortRange(ports.get(first), ports.get(last));
    }

    private OptionalInt number(Integer... usual) {
        return random.nextInt(3) == 0 ? OptionalInt.empty() : OptionalInt.of(any(List.of(usual)));
    }

    private AddressRange range(InetAddress around) {
        int bits = around.getAddress().length * Byte.SIZE;
        return new AddressRange(around, random.nextInt(4) == 0 ? random.nextInt(bits + 1) : bits - random.nextInt(9));
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

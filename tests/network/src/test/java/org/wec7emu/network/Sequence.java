package org.wec7emu.network;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.RuleSet;

/**
 * What happens around a device in a test: rules that are put in force, and packets, in this order.
 *
 * @param first the rules at the beginning
 */
record Sequence(RuleSet first, List<Step> steps) {
    private static final int PACKETS = 2_000;
    private static final int PACKETS_A_RULE_SET = 50;
    /** One packet in so many is of another address of the same host. */
    private static final int NEIGHBOURS = 20;

    /** One thing that happens. */
    sealed interface Step {
        /** Other rules are put in force. */
        record Apply(RuleSet rules) implements Step {}

        /** A packet comes in or goes out. */
        record Send(MarkedPacket packet) implements Step {}
    }

    /** The other addresses of the host, which no firewall of the device is to touch. */
    static InetAddress neighbour(InetAddress device) {
        return Addresses.address(device.getAddress().length == 4 ? "192.0.2.22" : "2001:db8::22");
    }

    /** Some thousand packets, with other random rules now and then. */
    static Sequence random(long seed, InetAddress device) {
        Random random = new Random(seed);
        List<InetAddress> privateHosts = List.of(device, neighbour(device));
        RandomRules rules =
                new RandomRules(random, RandomTraffic.REMOTES, privateHosts, List.of(1, 20, 21, 22, 49_152, 65_535));
        return of(random, device, rules.next(), rules);
    }

    /** The same traffic under rules that never change. */
    static Sequence random(long seed, InetAddress device, RuleSet rules) {
        return of(new Random(seed), device, rules, null);
    }

    private static Sequence of(Random random, InetAddress device, RuleSet first, @Nullable RandomRules changes) {
        RandomTraffic traffic = new RandomTraffic(random, device);
        RandomTraffic ofNeighbour = new RandomTraffic(random, neighbour(device));
        List<Step> steps = new ArrayList<>();
        for (int mark = 1; mark <= PACKETS; mark++) {
            if (changes != null && mark % PACKETS_A_RULE_SET == 0) {
                steps.add(new Step.Apply(changes.next()));
            }
            boolean other = random.nextInt(NEIGHBOURS) == 0;
            steps.add(new Step.Send((other ? ofNeighbour : traffic).next(mark)));
        }
        return new Sequence(first, List.copyOf(steps));
    }
}

package org.wec7emu.benchmarks;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;

/** Rule sets of any size, of the kinds of rules that devices have, and packets of which about half meet one of them. */
final class Mixture {
    static final int FTP = 21;

    private static final InetAddress DEVICE = host(192 << 24 | 168 << 16 | 20);
    private static final int FIRST_HOST = 10 << 24;
    private static final int FIRST_SUBNET = 172 << 24 | 16 << 16;
    private static final int EPHEMERAL = 50_000;

    private Mixture() {}

    /**
     * Allows of ports, of FTP from single hosts, of port ranges and of subnets, ping, and a rule that blocks all.
     *
     * @param size number of rules, 4 or more
     */
    static RuleSet rules(int size) {
        List<Rule> rules = fixedRules(AddressRange.parse("64.0.0.0/2"));
        for (int i = rules.size(); i < size; i++) {
            String name = "rule" + i;
            rules.add(
                    switch (i % 10) {
                        case 0, 1, 2 -> Rule.allow(name, Traffic.tcp(FTP)).from(AddressRange.of(host(FIRST_HOST + i)));
                        case 3 ->
                            Rule.allow(name, Traffic.any()).from(new AddressRange(host(FIRST_SUBNET + (i << 8)), 24));
                        case 4 -> Rule.allow(name, new Traffic.Tcp(new PortRange(20_000 + i, 20_010 + i)));
                        case 5, 6 -> Rule.allow(name, Traffic.udp(1_000 + i));
                        default -> Rule.allow(name, Traffic.tcp(1_000 + i));
                    });
        }
        return new RuleSet(Dialect.CXCONFIG, true, rules);
    }

    /** The same number of rules, all of them about whole ports. */
    static RuleSet rulesOfWholePorts(int size) {
        List<Rule> rules = fixedRules(AddressRange.parse("0.0.0.0/0"));
        for (int i = rules.size(); i < size; i++) {
            rules.add(Rule.allow("rule" + i, i % 2 == 0 ? Traffic.tcp(1_000 + i) : Traffic.udp(1_000 + i)));
        }
        return new RuleSet(Dialect.CXCONFIG, true, rules);
    }

    /** FTP from some hosts, among them 127.0.0.1. */
    private static List<Rule> fixedRules(AddressRange ftpClients) {
        List<Rule> rules = new ArrayList<>();
        rules.add(Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any()));
        rules.add(Rule.allow("ping", Traffic.Icmp.of(8, 0)));
        rules.add(Rule.allow("time", Traffic.udp(123)));
        rules.add(Rule.allow("ftp", Traffic.tcp(FTP)).from(ftpClients));
        return rules;
    }

    /** Aimed at one rule or another, half of them beside it; one in ten is ICMP, and one in five goes out. */
    static Packet[] packets(RuleSet rules, int count) {
        Random random = new Random(1);
        List<Rule> targets = rules.rules();
        Packet[] packets = new Packet[count];
        for (int i = 0; i < count; i++) {
            Rule target = targets.get(random.nextInt(targets.size()));
            boolean hit = random.nextBoolean();
            InetAddress stranger = host((203 << 24) + random.nextInt(1 << 16));
            InetAddress remote = target.publicHost()
                    .filter(host -> hit)
                    .map(AddressRange::base)
                    .orElse(stranger);
            Direction direction = random.nextInt(5) == 0 ? Direction.OUTBOUND : Direction.INBOUND;
            packets[i] = random.nextInt(10) == 0
                    ? new Packet.Icmp(direction, remote, DEVICE, 8, hit ? 0 : 1, i)
                    : packet(target.traffic(), hit, direction, remote);
        }
        return packets;
    }

    private static Packet packet(Traffic traffic, boolean hit, Direction direction, InetAddress remote) {
        boolean inbound = direction == Direction.INBOUND;
        int port = port(traffic) + (hit ? 0 : 30_000);
        InetSocketAddress remoteEnd = new InetSocketAddress(remote, inbound ? EPHEMERAL : port);
        InetSocketAddress deviceEnd = new InetSocketAddress(DEVICE, inbound ? port : EPHEMERAL);
        return traffic instanceof Traffic.Udp
                ? new Packet.Udp(direction, remoteEnd, deviceEnd)
                : Packet.Tcp.syn(direction, remoteEnd, deviceEnd);
    }

    private static int port(Traffic traffic) {
        if (traffic instanceof Traffic.Tcp tcp) {
            return tcp.ports().first();
        }
        return traffic instanceof Traffic.Udp udp ? udp.ports().first() : FTP;
    }

    private static InetAddress host(int bits) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}

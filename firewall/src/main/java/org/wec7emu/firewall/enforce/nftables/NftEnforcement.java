package org.wec7emu.firewall.enforce.nftables;

import java.io.IOException;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.CountedPackets;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.GuardedPort;
import org.wec7emu.firewall.enforce.RulesOfNow;

/**
 * One device's rules as chains in the kernel. Its sockets are as any other, since the filter stands before them.
 *
 * <p>Drops are read from the kernel: those for an open port are that port's, the rest are stray.
 */
final class NftEnforcement implements Enforcement {
    /** How old a reading may be: many ports and devices ask for one and the same. */
    private static final long FRESH_NANOS = 10_000_000;

    private final NftTable.Place place;
    private final Set<NftPort> ports = new HashSet<>();
    private final Map<Counted, CountReading> readings = new EnumMap<>(Counted.class);

    private final Map<Packet, Long> stray = new HashMap<>();
    private RuleSet rules;
    private boolean closed;

    /** @throws EnforcementException when the kernel refuses, or some rules are in force at certain times only */
    NftEnforcement(InetAddress device, RuleSet rules) throws EnforcementException {
        RulesOfNow.check(rules);
        this.rules = rules;
        place = NftTables.enter(device, rules);
    }

    @Override
    public EnforcementLevel level() {
        return EnforcementLevel.NFTABLES;
    }

    @Override
    public synchronized RuleSet rules() {
        return rules;
    }

    @Override
    public synchronized GuardedPort open(StandardProtocolFamily family, int logicalPort) throws IOException {
        requireOpen();
        // What was dropped before is not this port's.
        read(System.nanoTime());
        NftPort port = new NftPort(this, ServerSocketChannel.open(family), logicalPort);
        ports.add(port);
        return port;
    }

    @Override
    public synchronized void apply(RuleSet next) throws IOException {
        requireOpen();
        RulesOfNow.check(next);
        place.replace(next);
        rules = next;
    }

    private void requireOpen() throws EnforcementException {
        if (closed) {
            throw new EnforcementException("the firewall of this device has been closed");
        }
    }

    @Override
    public synchronized void link(boolean up) throws IOException {
        requireOpen();
        place.link(up);
    }

    @Override
    public synchronized void exempt(int hostPort) throws IOException {
        requireOpen();
        place.exempt(hostPort);
    }

    @Override
    public boolean silencesConnections() {
        return true;
    }

    @Override
    public boolean coversClosedPorts() {
        return true;
    }

    @Override
    public synchronized List<CountedPackets> strayDrops() throws IOException {
        readUnlessFresh();
        List<CountedPackets> drops = new ArrayList<>();
        stray.forEach((packet, count) -> drops.add(new CountedPackets(packet, count)));
        stray.clear();
        return drops;
    }

    @Override
    public synchronized List<CountedPackets> logged() throws IOException {
        List<CountedPackets> logged = new ArrayList<>();
        for (Counted counted : List.of(Counted.LOGGED_IN, Counted.LOGGED_OUT)) {
            if (!closed && !rules.logging(counted.direction()).isEmpty()) {
                logged.addAll(increase(counted, fresh()));
            }
        }
        return logged;
    }

    /** What was dropped on its way to a port since it was opened. */
    synchronized List<CountedPackets> drops(NftPort port) throws IOException {
        readUnlessFresh();
        return port.counted();
    }

    /** The port is closed; further drops for its number are stray. */
    synchronized void forget(NftPort port) {
        ports.remove(port);
    }

    private void readUnlessFresh() throws EnforcementException {
        if (!closed) {
            read(fresh());
        }
    }

    private static long fresh() {
        return System.nanoTime() - FRESH_NANOS;
    }

    private void read(long since) throws EnforcementException {
        for (CountedPackets drops : increase(Counted.DROPPED, since)) {
            book(drops.example(), drops.count());
        }
    }

    private List<CountedPackets> increase(Counted counted, long since) throws EnforcementException {
        return readings.computeIfAbsent(counted, absent -> new CountReading()).increase(place.count(counted, since));
    }

    private void book(Packet packet, long count) {
        for (NftPort port : ports) {
            if (packet instanceof Packet.Tcp tcp && tcp.destinationPort() == port.logicalPort()) {
                port.count(packet, count);
                return;
            }
        }
        stray.merge(packet, count, Long::sum);
    }

    @Override
    public void close() {
        Set<NftPort> open;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            open = new HashSet<>(ports);
        }
        open.forEach(NftPort::close);
        try {
            place.leave();
        } catch (EnforcementException e) {
            // What is left of it concerns an address that nobody has any more, and goes with the process.
        }
    }
}

package org.wec7emu.device;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.enforce.CountedPackets;
import org.wec7emu.firewall.enforce.GuardedPort;
import org.wec7emu.firewall.enforce.PortPolicy;
import org.wec7emu.host.AddressText;
import org.wec7emu.journal.DeviceEvent;

/** Notes in the journal when the firewall drops attempts to connect to ports of a device. */
final class DropWatch {
    /** Of the addresses that documents may use, so nobody's: stands for a client that no rule names. */
    private static final InetSocketAddress STRANGER =
            new InetSocketAddress(AddressRange.parse("192.0.2.1").base(), 0);

    private final Surroundings surroundings;
    private final Duration period;
    /** Of each port: how many of each source it had dropped when it was last looked at. */
    private final Map<GuardedPort, Map<Packet, Long>> seen = new HashMap<>();

    private @Nullable ScheduledFuture<?> watch;

    /** @param period between two looks at all ports; a look takes some microseconds a port */
    DropWatch(Surroundings surroundings, Duration period) {
        this.surroundings = surroundings;
        this.period = period;
    }

    /** Whether a port must be held by a socket to be silent, as the rules drop clients that they don't name. */
    boolean mustBeHeld(int logicalPort) {
        return !surroundings.enforcement().coversClosedPorts()
                && !surroundings
                        .enforcement()
                        .rules()
                        .decide(attempt(logicalPort))
                        .passes();
    }

    private Packet attempt(int logicalPort) {
        return Packet.Tcp.syn(Direction.INBOUND, STRANGER, new InetSocketAddress(surroundings.address(), logicalPort));
    }

    /** Watches a port from now on. */
    synchronized void watch(GuardedPort port) {
        seen.put(port, new HashMap<>());
        if (watch == null) {
            watch = surroundings
                    .host()
                    .timer()
                    .scheduleWithFixedDelay(this::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    synchronized void forget(GuardedPort port) {
        seen.remove(port);
    }

    private synchronized void look() {
        seen.forEach((port, before) -> {
            for (CountedPackets drops : drops(port)) {
                long more = drops.count() - before.getOrDefault(drops.example(), 0L);
                if (more > 0) {
                    before.put(drops.example(), drops.count());
                    note(port.logicalPort(), drops.example(), more);
                }
            }
        });
    }

    /** By source; of unknown source where the level can't tell. */
    private List<CountedPackets> drops(GuardedPort port) {
        List<CountedPackets> bySource = port.drops();
        long all = port.dropped().orElse(0);
        return bySource.isEmpty() && all > 0 ? List.of(new CountedPackets(attempt(port.logicalPort()), all)) : bySource;
    }

    private void note(int logicalPort, Packet dropped, long attempts) {
        boolean known = !dropped.remote().equals(STRANGER.getAddress());
        if (!known && letsEverybodyIn(logicalPort)) {
            return;
        }
        DropReason reason = DropReason.of(dropped, surroundings.enforcement().rules());
        surroundings
                .journal()
                .append(new DeviceEvent.ConnectionDropped(
                        surroundings.clock().instant(),
                        known ? AddressText.of(dropped.remote()) : "",
                        logicalPort,
                        surroundings.ports().onHost(logicalPort),
                        attempts,
                        reason.rule(),
                        reason.sentence()));
    }

    /** The kernel counts attempts that found the accept queue full as well; those aren't the firewall's. */
    private boolean letsEverybodyIn(int logicalPort) {
        PortPolicy policy =
                PortPolicy.of(surroundings.enforcement().rules(), logicalPort).among(surroundings.family());
        return policy.isUniform() && policy.otherwise();
    }

    synchronized void stop() {
        ScheduledFuture<?> watching = watch;
        watch = null;
        seen.clear();
        if (watching != null) {
            watching.cancel(false);
        }
    }
}

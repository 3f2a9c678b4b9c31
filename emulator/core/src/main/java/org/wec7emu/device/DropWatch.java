package org.wec7emu.device;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.Verdict;
import org.wec7emu.firewall.enforce.GuardedPort;
import org.wec7emu.journal.DeviceEvent;

/** Notes in the journal when the firewall drops attempts to connect to the control port. */
final class DropWatch {
    private static final Duration PERIOD = Duration.ofMillis(100);
    /** Of the addresses that documents may use, so nobody's: stands for a client that no rule names. */
    private static final InetSocketAddress STRANGER =
            new InetSocketAddress(AddressRange.parse("192.0.2.1").base(), 0);

    private final Surroundings surroundings;
    private @Nullable ScheduledFuture<?> watch;
    private long seen;

    DropWatch(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Whether the rules drop a connection to the port from an address that they don't name. */
    boolean isDroppedFromAnywhere(int logicalPort) {
        return !verdict(logicalPort).passes();
    }

    private Verdict verdict(int logicalPort) {
        return surroundings
                .enforcement()
                .rules()
                .decide(Packet.Tcp.syn(
                        Direction.INBOUND, STRANGER, new InetSocketAddress(surroundings.address(), logicalPort)));
    }

    /** Watches a port from now on, and no other. */
    synchronized void watch(GuardedPort port) {
        stop();
        seen = 0;
        watch = surroundings
                .host()
                .timer()
                .scheduleWithFixedDelay(() -> look(port), PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void look(GuardedPort port) {
        long dropped = port.dropped().orElse(0);
        if (dropped <= seen) {
            return;
        }
        long attempts = dropped - seen;
        seen = dropped;
        Verdict verdict = verdict(port.logicalPort());
        surroundings
                .journal()
                .append(new DeviceEvent.ConnectionDropped(
                        surroundings.clock().instant(),
                        port.logicalPort(),
                        surroundings.ports().onHost(port.logicalPort()),
                        attempts,
                        verdict.cause().ruleName(),
                        verdict.cause().sentence()));
    }

    synchronized void stop() {
        ScheduledFuture<?> watching = watch;
        watch = null;
        if (watching != null) {
            watching.cancel(false);
        }
    }
}

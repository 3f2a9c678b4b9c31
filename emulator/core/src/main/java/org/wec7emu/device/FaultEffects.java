package org.wec7emu.device;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.Faults;
import org.wec7emu.firewall.enforce.Enforcement;

/** What faults do to a device as a whole: its power. */
final class FaultEffects implements Faults.Effects {
    private static final Logger LOG = LoggerFactory.getLogger(FaultEffects.class);
    /** For as long as a device that goes on again may take. */
    private static final Duration END = Duration.ofSeconds(10);

    private final NetworkPlug plug;
    private final DeviceClock clock;
    private @Nullable Device device;
    private @Nullable Thread power;

    FaultEffects(Enforcement enforcement, DeviceClock clock) {
        plug = new NetworkPlug(enforcement);
        this.clock = clock;
    }

    /** To be called once, with the device that has them. */
    synchronized void of(Device having) {
        device = having;
    }

    @Override
    public void begins(Fault fault) throws IOException {
        if (fault instanceof Fault.LinkDown) {
            plug.pull(sockets());
        }
    }

    private synchronized @Nullable Device device() {
        return device;
    }

    private List<SocketChannel> sockets() {
        Device having = device();
        return having == null ? List.of() : having.sockets();
    }

    @Override
    public void ended(Fault fault) {
        if (fault instanceof Fault.LinkDown) {
            plug.putBack();
        } else if (fault instanceof Fault.ClockReset) {
            clock.setRight();
            Device having = device();
            if (having != null) {
                having.clockWasSet();
            }
        }
    }

    @Override
    public String limits(Fault fault) {
        return fault instanceof Fault.LinkDown ? plug.limits() : "";
    }

    @Override
    public boolean holdsLinkDown() {
        return plug.needsStillness();
    }

    /** In a thread of its own, as sessions end meanwhile, and one of them is who calls. */
    @Override
    public synchronized void strikes(Fault fault) {
        Device struck = device;
        if (struck != null) {
            Thread switching = new Thread(() -> switchOff(struck, fault), "wec7emu-power");
            switching.setDaemon(true);
            power = switching;
            switching.start();
        }
    }

    private static void switchOff(Device device, Fault fault) {
        try {
            if (fault instanceof Fault.PowerCut) {
                device.powerCut();
            } else {
                device.restart();
            }
        } catch (IOException e) {
            LOG.error("the device doesn't come back: {}", e.getMessage());
        } catch (IllegalStateException e) {
            LOG.debug("closed meanwhile", e);
        }
    }

    /** Waits until nothing is under way any more. */
    void awaitEnd() {
        Thread switching;
        synchronized (this) {
            switching = power;
        }
        try {
            if (switching != null && switching != Thread.currentThread()) {
                switching.join(END.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

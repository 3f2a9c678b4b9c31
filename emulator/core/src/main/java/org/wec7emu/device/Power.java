package org.wec7emu.device;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.host.AddressText;
import org.wec7emu.host.PassivePublication;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.ServiceLeftOut;
import org.wec7emu.journal.DeviceEvent.Stop;
import org.wec7emu.profile.FtpProfile;
import org.wec7emu.profile.Service;

/** A device's power: its ports answer while it is on; RAM and, perhaps, the clock go with it. Whoever calls has the device's lock. */
final class Power {
    private static final Duration PORTS_COME_FREE = Duration.ofSeconds(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final Surroundings surroundings;
    private final LocalDateTime coldBootClock;
    private final Runnable clockWasSet;
    private final ControlPort controlPort;
    private final Services services;
    private final StrayWatch strayWatch;

    /**
     * @param offered besides FTP
     * @param coldBootClock the device's local time after a loss of power that its clock doesn't survive
     * @param clockWasSet called after that
     */
    Power(Surroundings surroundings, List<Service> offered, LocalDateTime coldBootClock, Runnable clockWasSet) {
        this.surroundings = surroundings;
        this.coldBootClock = coldBootClock;
        this.clockWasSet = clockWasSet;
        controlPort = new ControlPort(surroundings);
        services = new Services(surroundings, offered);
        strayWatch = new StrayWatch(surroundings);
    }

    /**
     * Switches it on.
     *
     * @param ftp the settings of its FTP server from now on
     * @param everyService whether the device is to stay off when the host has no port for one of its services
     * @throws IOException when a port can't be had that it needs
     */
    void on(StartingPoint device, FtpProfile ftp, boolean everyService) throws IOException {
        surroundings.storage().make(ftp.directories());
        controlPort.open(ftp);
        List<ServiceLeftOut> leftOut = services.open();
        if (everyService && !leftOut.isEmpty()) {
            services.close(Stop.SHUTDOWN);
            controlPort.close(Stop.SHUTDOWN);
            throw new DeviceStartException(leftOut.get(0).because());
        }
        note(started(device, ftp));
        surroundings.ports().publication().ifPresent(this::notePublication);
        leftOut.forEach(this::note);
        strayWatch.start();
    }

    private DeviceEvent.DeviceStarted started(StartingPoint device, FtpProfile ftp) {
        return new DeviceEvent.DeviceStarted(
                now(),
                device.profile().image(),
                device.state(),
                AddressText.of(surroundings.address()),
                surroundings.ports().offset(),
                surroundings.enforcement().level().label(),
                surroundings.path().label(),
                surroundings.enforcement().rules().enabled(),
                ftp.serverActive());
    }

    private void notePublication(PassivePublication publication) {
        PortMap ports = surroundings.ports();
        note(new DeviceEvent.PassivePortsPublished(
                now(),
                ports.passive().first(),
                ports.passive().last(),
                publication.ports().first(),
                publication.announced().map(AddressText::of).orElse("")));
    }

    /**
     * Switches it on again. The port of a moment ago may still be held: a process that is just being started by this one (a client in a
     * test) inherits its sockets, and has them until it gets to closing them.
     *
     * @throws IOException when a port can't be had that it needs, and doesn't come free
     */
    void onAgain(StartingPoint device, FtpProfile ftp) throws IOException {
        long deadline = System.nanoTime() + PORTS_COME_FREE.toNanos();
        while (true) {
            try {
                on(device, ftp, false);
                return;
            } catch (DeviceStartException e) {
                if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }

    void off(Stop how) throws IOException {
        strayWatch.stop();
        controlPort.close(how);
        services.close(how);
        if (how != Stop.SHUTDOWN) {
            surroundings.storage().losePower();
        }
        note(new DeviceEvent.DeviceStopped(now(), how));
        if (how == Stop.POWER_CUT) {
            loseTime();
        }
    }

    /** A clock without a battery doesn't survive a loss of power. */
    private void loseTime() {
        if (surroundings.faults().state().has(FaultKind.CLOCK_RESET)) {
            surroundings.deviceClock().set(coldBootClock);
            note(new DeviceEvent.ClockReset(now(), coldBootClock.toString()));
            clockWasSet.run();
        }
    }

    /**
     * Has the ports be open, closed or silent as the rules in force have it.
     *
     * @throws IOException when the host's port for port 21 can't be had
     */
    void followFirewall() throws IOException {
        controlPort.followFirewall();
        services.followFirewall().forEach(this::note);
    }

    /** The connections that clients have open. */
    List<SocketChannel> sockets() {
        return controlPort.sockets();
    }

    List<Service> offered() {
        return services.offered();
    }

    List<ServiceLeftOut> leftOut() {
        return services.leftOut();
    }

    private void note(DeviceEvent event) {
        surroundings.journal().append(event);
    }

    private Instant now() {
        return surroundings.clock().instant();
    }
}

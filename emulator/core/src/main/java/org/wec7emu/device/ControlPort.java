package org.wec7emu.device;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.enforce.GuardedPort;
import org.wec7emu.ftp.EphemeralPorts;
import org.wec7emu.ftp.FtpEnvironment;
import org.wec7emu.ftp.FtpService;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.DeviceEvent.Stop;
import org.wec7emu.profile.FtpProfile;

/**
 * Port 21 of a device: served by its FTP server; or, where that is off, held silent as long as the firewall drops the port.
 * Where it doesn't, nothing listens, and the host's RST is the device's.
 */
final class ControlPort {
    private static final int PORT = PortMap.CONTROL_PORT;
    private static final Duration WATCH = Duration.ofMillis(100);

    private final Surroundings surroundings;
    private final DropWatch dropWatch;
    private final AtomicLong sessions = new AtomicLong();
    private volatile @Nullable FtpService service;
    private @Nullable GuardedPort held;

    ControlPort(Surroundings surroundings) {
        this.surroundings = surroundings;
        dropWatch = new DropWatch(surroundings, WATCH);
    }

    /** @throws IOException when the host's port can't be had */
    void open(FtpProfile ftp) throws IOException {
        if (ftp.serverActive()) {
            serve(ftp);
        } else {
            followFirewall();
        }
    }

    private void serve(FtpProfile ftp) throws IOException {
        FtpEnvironment environment = new FtpEnvironment(
                ftp,
                surroundings.storage(),
                surroundings.enforcement(),
                surroundings.ports(),
                new EphemeralPorts(surroundings.ports().passive()),
                surroundings.address(),
                surroundings.path(),
                surroundings.faults().state(),
                surroundings.host().timer(),
                surroundings.journal(),
                surroundings.clock());
        GuardedPort port = surroundings.enforcement().open(surroundings.family(), PORT);
        InetSocketAddress endpoint = surroundings.endpoint(PORT);
        try {
            service = FtpService.start(environment, surroundings.host().acceptor(), port, endpoint, sessions);
        } catch (IOException e) {
            port.close();
            throw HostPorts.explain(e, endpoint, PORT);
        }
        dropWatch.watch(port);
    }

    /**
     * Holds the port, or lets it go, as the rules in force have it. A port that is served follows them by itself.
     *
     * @throws IOException when the host's port can't be had
     */
    void followFirewall() throws IOException {
        if (service != null) {
            return;
        }
        boolean silent = dropWatch.mustBeHeld(PORT);
        GuardedPort holding = held;
        if (silent && holding == null) {
            hold();
        } else if (!silent && holding != null) {
            dropWatch.stop();
            holding.close();
            held = null;
        }
    }

    private void hold() throws IOException {
        GuardedPort port = surroundings.enforcement().open(surroundings.family(), PORT);
        InetSocketAddress endpoint = surroundings.endpoint(PORT);
        try {
            port.channel().bind(endpoint, GuardedPort.SILENT_BACKLOG);
            port.bound();
        } catch (IOException e) {
            port.close();
            throw HostPorts.explain(e, endpoint, PORT);
        }
        held = port;
        dropWatch.watch(port);
    }

    /** The connections that clients have open. */
    List<SocketChannel> sockets() {
        FtpService running = service;
        return running == null ? List.of() : running.sockets();
    }

    void close(Stop how) {
        dropWatch.stop();
        FtpService running = service;
        service = null;
        if (running != null && how == Stop.POWER_CUT) {
            running.cutPower();
        } else if (running != null) {
            running.close();
        }
        GuardedPort holding = held;
        held = null;
        if (holding != null) {
            holding.close();
        }
    }
}

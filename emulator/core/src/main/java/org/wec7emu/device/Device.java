package org.wec7emu.device;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Enforcer;
import org.wec7emu.firewall.enforce.GuardedPort;
import org.wec7emu.firewall.enforce.choice.Enforcers;
import org.wec7emu.ftp.EphemeralPorts;
import org.wec7emu.ftp.FtpEnvironment;
import org.wec7emu.ftp.FtpService;
import org.wec7emu.host.IoHost;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.Stop;
import org.wec7emu.journal.Journal;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.FtpProfile;
import org.wec7emu.profile.FtpProfile.Account;
import org.wec7emu.storage.DeviceStorage;

/**
 * A device on the network.
 *
 * <pre>{@code
 * try (Device device = Device.builder(profile).portOffset(PortOffset.ANY_FREE).start()) {
 *     new MyTool().upload(device.host(), device.port(), device.user(), device.password());
 *     assertThat(device.journal().events(DeviceEvent.TransferCompleted.class)).hasSize(1);
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads. Whatever it opened on the host is gone when it is closed.
 */
public final class Device implements AutoCloseable {
    private final DeviceProfile profile;
    private final String state;
    private final InetAddress address;
    private final PortMap ports;
    private final Journal journal;
    private final InstantSource clock;
    private final IoHost.Lease host;
    private final DeviceStorage storage;
    private final Enforcement enforcement;
    private final DropWatch dropWatch;
    private final AtomicLong sessions = new AtomicLong();
    private FtpProfile ftpAtNextStart;
    private volatile FtpProfile ftp;
    private @Nullable FtpService service;
    private @Nullable GuardedPort silentControlPort;
    private boolean closed;

    private Device(Builder settings, DeviceProfile profile, PortMap ports, Parts parts) {
        this.profile = profile;
        this.state = settings.state;
        this.address = settings.address;
        this.journal = settings.journal;
        this.clock = settings.clock;
        this.ports = ports;
        this.host = parts.host;
        this.storage = parts.storage;
        this.enforcement = parts.enforcement;
        ftpAtNextStart = profile.ftp();
        ftp = profile.ftp();
        dropWatch = new DropWatch(host.timer(), enforcement, address, ports, journal, clock);
    }

    /** Begins to describe a device of an image, in the profile's default state, on 127.0.0.1. */
    public static Builder builder(DeviceProfile profile) {
        return new Builder(profile);
    }

    private synchronized void powerOn() throws IOException {
        ftp = ftpAtNextStart;
        if (ftp.serverActive()) {
            startFtp();
        } else {
            holdControlPort();
        }
        journal.append(new DeviceEvent.DeviceStarted(
                clock.instant(),
                profile.image(),
                state,
                address.getHostAddress(),
                ports.offset(),
                enforcement.level().label(),
                enforcement.rules().enabled(),
                ftp.serverActive()));
    }

    private void startFtp() throws IOException {
        FtpEnvironment environment = new FtpEnvironment(
                ftp,
                storage.ftpArea(),
                enforcement,
                ports,
                new EphemeralPorts(ports.ephemeral()),
                address,
                host.timer(),
                journal,
                clock);
        GuardedPort port = enforcement.open(family(), HostPorts.CONTROL_PORT);
        InetSocketAddress endpoint = controlEndpoint();
        try {
            service = FtpService.start(environment, host.acceptor(), port, endpoint, sessions);
        } catch (IOException e) {
            port.close();
            throw HostPorts.explain(e, endpoint, HostPorts.CONTROL_PORT);
        }
        dropWatch.watch(port);
    }

    /** With no server behind the port, a firewall that drops must still be silent; without it the host's RST is right. */
    private void holdControlPort() throws IOException {
        GuardedPort held = silentControlPort;
        boolean silent = dropWatch.isDroppedFromAnywhere(HostPorts.CONTROL_PORT);
        if (silent && held == null) {
            GuardedPort port = enforcement.open(family(), HostPorts.CONTROL_PORT);
            InetSocketAddress endpoint = controlEndpoint();
            try {
                port.channel().bind(endpoint, 1);
                port.bound();
            } catch (IOException e) {
                port.close();
                throw HostPorts.explain(e, endpoint, HostPorts.CONTROL_PORT);
            }
            silentControlPort = port;
            dropWatch.watch(port);
        } else if (!silent && held != null) {
            dropWatch.stop();
            held.close();
            silentControlPort = null;
        }
    }

    private InetSocketAddress controlEndpoint() {
        return new InetSocketAddress(address, port());
    }

    private StandardProtocolFamily family() {
        return address instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
    }

    private void powerOff(Stop how) throws IOException {
        dropWatch.stop();
        FtpService running = service;
        service = null;
        if (running != null && how == Stop.POWER_CUT) {
            running.cutPower();
        } else if (running != null) {
            running.close();
        }
        GuardedPort held = silentControlPort;
        silentControlPort = null;
        if (held != null) {
            held.close();
        }
        if (how != Stop.SHUTDOWN) {
            storage.losePower();
        }
        journal.append(new DeviceEvent.DeviceStopped(clock.instant(), how));
    }

    /**
     * Restarts the device: sessions end, {@code \Temp} is empty, FTP settings made since the last start take effect.
     *
     * @throws IOException when somebody else has taken the device's ports meanwhile
     */
    public synchronized void restart() throws IOException {
        requireOpen();
        powerOff(Stop.RESTART);
        powerOn();
    }

    /**
     * Cuts the power and gives it back: as {@link #restart}, but connections break in the middle of what they do.
     *
     * @throws IOException when somebody else has taken the device's ports meanwhile
     */
    public synchronized void powerCut() throws IOException {
        requireOpen();
        powerOff(Stop.POWER_CUT);
        powerOn();
    }

    /** Changes the settings of the FTP server; they take effect at the next {@link #restart}, as on the device. */
    public synchronized void configure(FtpProfile settings) {
        ftpAtNextStart = settings;
    }

    /** The firewall's rules in force. */
    public RuleSet firewall() {
        return enforcement.rules();
    }

    /**
     * Puts other firewall rules in force, at once; connections that are open stay.
     *
     * @throws IOException when this level of enforcement can't express them; then the old rules stay
     */
    public synchronized void firewall(RuleSet rules) throws IOException {
        requireOpen();
        enforcement.apply(rules);
        if (!ftp.serverActive()) {
            holdControlPort();
        }
        journal.append(new DeviceEvent.FirewallChanged(
                clock.instant(), rules.enabled(), rules.rules().size()));
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the device is closed");
        }
    }

    /** The image in the state the device was started in. */
    public DeviceProfile profile() {
        return profile;
    }

    /** The name of that state. */
    public String state() {
        return state;
    }

    /** The host's address that the device has, as a literal. */
    public String host() {
        return address.getHostAddress();
    }

    /** The host's port for the device's control port 21. */
    public int port() {
        return ports.onHost(HostPorts.CONTROL_PORT);
    }

    /** Which of the host's ports stand for the device's. */
    public PortMap ports() {
        return ports;
    }

    /** A user that may log in. */
    public String user() {
        return account().user();
    }

    /** That user's password. */
    public String password() {
        return account().password();
    }

    private Account account() {
        return ftp.accounts().get(0);
    }

    /** Where a client connects to: {@code ftp://user:password@host:port/}. */
    public String url() {
        String literal = address instanceof Inet6Address ? "[" + host() + "]" : host();
        return "ftp://" + user() + ":" + password() + "@" + literal + ":" + port() + "/";
    }

    /** The host's directory behind the FTP server's {@code /}. */
    public Path ftpRoot() {
        return storage.ftpRoot();
    }

    /** What enforces the firewall. */
    public EnforcementLevel enforcement() {
        return enforcement.level();
    }

    /** All that happened. */
    public Journal journal() {
        return journal;
    }

    /** Takes the device off the network and gives back all it had of the host. Does nothing the second time. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (host;
                storage;
                enforcement) {
            powerOff(Stop.SHUTDOWN);
        }
    }

    /** What a device is made of that must be given back. */
    private record Parts(IoHost.Lease host, DeviceStorage storage, Enforcement enforcement) {}

    /** Describes a device. */
    public static final class Builder {
        private final DeviceProfile profile;
        private String state;
        private InetAddress address = InetAddress.getLoopbackAddress();
        private PortOffset offset = PortOffset.USUAL;
        private Optional<Path> root = Optional.empty();
        private Journal journal = new Journal();
        private InstantSource clock = InstantSource.system();
        private @Nullable Enforcer enforcer;
        private @Nullable RuleSet rules;

        private Builder(DeviceProfile profile) {
            this.profile = profile;
            this.state = profile.defaultState();
        }

        /** The state of the profile to start in. */
        public Builder state(String name) {
            state = name;
            return this;
        }

        /** An address of this machine; 127.0.0.1 unless told. */
        public Builder bind(InetAddress hostAddress) {
            address = hostAddress;
            return this;
        }

        /** {@link PortOffset#USUAL} unless told. */
        public Builder portOffset(PortOffset portOffset) {
            offset = portOffset;
            return this;
        }

        /** The host's directory that clients see; a fresh temporary one unless told. */
        public Builder root(Path directory) {
            root = Optional.of(directory);
            return this;
        }

        /** What enforces the firewall; the best that this process may use unless told. */
        public Builder enforcer(Enforcer chosen) {
            enforcer = chosen;
            return this;
        }

        /** Other firewall rules than the state's. */
        public Builder firewall(RuleSet firewall) {
            rules = firewall;
            return this;
        }

        /** Takes the events; a new one unless told. */
        public Builder journal(Journal ofDevice) {
            journal = ofDevice;
            return this;
        }

        /** The device's clock; the host's unless told. */
        public Builder clock(InstantSource ofDevice) {
            clock = ofDevice;
            return this;
        }

        /**
         * Starts the device. When this returns it answers.
         *
         * @throws IllegalArgumentException when the profile has no such state
         * @throws DeviceStartException when ports or address can't be had
         * @throws IOException when the root can't be used or the firewall not enforced; the message says why
         */
        public Device start() throws IOException {
            DeviceProfile inState = profile.inState(state);
            DeviceStartException taken = null;
            for (int candidate : HostPorts.candidates(offset)) {
                try {
                    PortMap ports = new PortMap(candidate, profile.ephemeralPorts());
                    HostPorts.check(ports, address);
                    return start(inState, ports);
                } catch (DeviceStartException e) {
                    taken = e;
                }
            }
            throw taken == null ? new DeviceStartException("no port offset to try") : taken;
        }

        private Device start(DeviceProfile inState, PortMap ports) throws IOException {
            RuleSet firewall = rules == null ? inState.firewall() : rules;
            Enforcer chosen = enforcer == null ? Enforcers.best().enforcer() : enforcer;
            IoHost.Lease host = IoHost.lease();
            try {
                Enforcement enforcement = chosen.start(firewall);
                try {
                    DeviceStorage storage = DeviceStorage.create(
                            profile.storage(), profile.ftp().directory(), root);
                    return running(new Device(this, inState, ports, new Parts(host, storage, enforcement)));
                } catch (IOException | RuntimeException e) {
                    enforcement.close();
                    throw e;
                }
            } catch (IOException | RuntimeException e) {
                host.close();
                throw e;
            }
        }

        private static Device running(Device device) throws IOException {
            try {
                device.powerOn();
                return device;
            } catch (IOException | RuntimeException e) {
                device.storage.close();
                throw e;
            }
        }
    }
}

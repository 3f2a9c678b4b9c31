package org.wec7emu.device;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.fault.Faults;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.host.AddressText;
import org.wec7emu.host.PassivePublication;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.ServiceLeftOut;
import org.wec7emu.journal.DeviceEvent.Stop;
import org.wec7emu.journal.Journal;
import org.wec7emu.path.NetworkPath;
import org.wec7emu.profile.Account;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.FtpProfile;
import org.wec7emu.profile.Service;
import org.wec7emu.storage.FileArea;

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
    private static final Duration PORTS_COME_FREE = Duration.ofSeconds(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final DeviceProfile profile;
    private final String state;
    private final Surroundings surroundings;
    private final FirewallSchedule schedule;
    private final ControlPort controlPort;
    private final Services services;
    private final StrayWatch strayWatch;
    private final FaultEffects faultEffects;
    private final RuleSet firewallAtStart;
    private FtpProfile ftpAtNextStart;
    private volatile FtpProfile ftp;
    private boolean closed;

    /**
     * @param profile of the image in that state
     * @param firewall the rules as entered; those of this hour are in force already
     * @param offered what it offers besides FTP
     * @param faultEffects of the faults in {@code surroundings}
     */
    Device(
            DeviceProfile profile,
            String state,
            RuleSet firewall,
            List<Service> offered,
            Surroundings surroundings,
            FaultEffects faultEffects) {
        this.profile = profile;
        this.state = state;
        this.surroundings = surroundings;
        this.faultEffects = faultEffects;
        controlPort = new ControlPort(surroundings);
        services = new Services(surroundings, offered);
        strayWatch = new StrayWatch(surroundings);
        schedule = new FirewallSchedule(surroundings, firewall, this::followFirewall);
        firewallAtStart = firewall;
        ftpAtNextStart = profile.ftp();
        ftp = ftpAtNextStart;
    }

    /** Begins to describe a device of an image, in the profile's default state, on 127.0.0.1. */
    public static DeviceBuilder builder(DeviceProfile profile) {
        return new DeviceBuilder(profile);
    }

    void followClock() {
        schedule.start();
    }

    /**
     * @param everyService whether the device is to stay off when the host has no port for one of its services
     * @throws IOException when a port can't be had that it needs
     */
    synchronized void powerOn(boolean everyService) throws IOException {
        ftp = ftpAtNextStart;
        surroundings.storage().make(ftp.directories());
        controlPort.open(ftp);
        List<ServiceLeftOut> leftOut = services.open();
        if (everyService && !leftOut.isEmpty()) {
            services.close(Stop.SHUTDOWN);
            controlPort.close(Stop.SHUTDOWN);
            throw new DeviceStartException(leftOut.get(0).because());
        }
        note(new DeviceEvent.DeviceStarted(
                now(),
                profile.image(),
                state,
                host(),
                ports().offset(),
                enforcement().label(),
                path().label(),
                firewall().enabled(),
                ftp.serverActive()));
        ports().publication().ifPresent(this::notePublication);
        leftOut.forEach(this::note);
        strayWatch.start();
    }

    /**
     * The port of a moment ago may still be held: a process that is just being started by this one (a client in a test) inherits its
     * sockets, and has them until it gets to closing them.
     */
    private void powerOnAgain() throws IOException {
        long deadline = System.nanoTime() + PORTS_COME_FREE.toNanos();
        while (true) {
            try {
                powerOn(false);
                return;
            } catch (DeviceStartException e) {
                if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }

    private void notePublication(PassivePublication publication) {
        note(new DeviceEvent.PassivePortsPublished(
                now(),
                ports().passive().first(),
                ports().passive().last(),
                publication.ports().first(),
                publication.announced().map(AddressText::of).orElse("")));
    }

    private synchronized void followFirewall() throws IOException {
        if (!closed) {
            controlPort.followFirewall();
            services.followFirewall().forEach(this::note);
        }
    }

    private void powerOff(Stop how) throws IOException {
        strayWatch.stop();
        controlPort.close(how);
        services.close(how);
        if (how != Stop.SHUTDOWN) {
            surroundings.storage().losePower();
        }
        note(new DeviceEvent.DeviceStopped(now(), how));
        if (how == Stop.POWER_CUT) {
            losePower();
        }
    }

    /** What depends on the time of the device looks at it anew. */
    void clockWasSet() {
        schedule.followClock();
    }

    /** A clock without a battery doesn't survive a loss of power. */
    private void losePower() {
        if (faults().state().has(FaultKind.CLOCK_RESET)) {
            surroundings.deviceClock().set(profile.coldBootClock());
            note(new DeviceEvent.ClockReset(now(), profile.coldBootClock().toString()));
            clockWasSet();
        }
    }

    private void note(DeviceEvent event) {
        journal().append(event);
    }

    private Instant now() {
        return surroundings.clock().instant();
    }

    /**
     * Restarts the device: sessions end, {@code \Temp} is empty, FTP settings made since the last start take effect.
     *
     * @throws IOException when somebody else has taken the device's ports meanwhile
     */
    public synchronized void restart() throws IOException {
        requireOpen();
        powerOff(Stop.RESTART);
        powerOnAgain();
    }

    /**
     * Cuts the power and gives it back: as {@link #restart}, but connections break in the middle of what they do.
     *
     * @throws IOException when somebody else has taken the device's ports meanwhile
     */
    public synchronized void powerCut() throws IOException {
        requireOpen();
        powerOff(Stop.POWER_CUT);
        powerOnAgain();
    }

    /**
     * Puts the device back to how it was started: sessions and faults end, its card has the image's files and no others, and
     * firewall and FTP settings are those of the start. A directory given as its root stays as it is, and the journal goes on.
     *
     * @throws IOException when somebody else has taken the device's ports meanwhile, or a file can't be removed
     */
    public synchronized void reset() throws IOException {
        requireOpen();
        surroundings.faults().endAll();
        powerOff(Stop.RESET);
        surroundings.storage().restore();
        schedule.enter(firewallAtStart);
        ftpAtNextStart = profile.ftp();
        powerOnAgain();
    }

    /** Changes the settings of the FTP server; they take effect at the next {@link #restart}, as on the device. */
    public synchronized void configure(FtpProfile settings) {
        ftpAtNextStart = settings;
    }

    /** The firewall's rules as they were entered, those included that are in force at other times. */
    public RuleSet firewall() {
        return schedule.entered();
    }

    /** Those of them that are in force now. */
    public RuleSet firewallInForce() {
        return surroundings.enforcement().rules();
    }

    /**
     * Enters other firewall rules. They are in force at once, or at their times; connections that are open stay.
     *
     * @throws IOException when this level of enforcement can't express them; then the old rules stay
     */
    public synchronized void firewall(RuleSet rules) throws IOException {
        requireOpen();
        schedule.enter(rules);
        followFirewall();
        note(new DeviceEvent.FirewallChanged(
                now(), rules.enabled(), rules.rules().size()));
    }

    /**
     * Changes the firewall's rules as they were entered, with nobody else in between; otherwise as {@link #firewall(RuleSet)}.
     *
     * @return the rules now
     * @throws IOException when this level of enforcement can't express them; then the old rules stay
     */
    public synchronized RuleSet changeFirewall(UnaryOperator<RuleSet> change) throws IOException {
        requireOpen();
        RuleSet before = schedule.entered();
        RuleSet rules = change.apply(before);
        if (!rules.equals(before)) {
            firewall(rules);
        }
        return rules;
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
        return AddressText.of(surroundings.address());
    }

    /** The host's port for the device's control port 21. */
    public int port() {
        return ports().onHost(PortMap.CONTROL_PORT);
    }

    /** Which of the host's ports stand for the device's. */
    public PortMap ports() {
        return surroundings.ports();
    }

    /** What it offers besides FTP, listening or not; empty when it was built without. */
    public List<Service> services() {
        return services.all();
    }

    /** Those of them that it goes without at the moment, as the host has no port for them. */
    public synchronized List<ServiceLeftOut> servicesLeftOut() {
        return services.leftOut();
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
        return ftp.access().example();
    }

    /** Where a client connects to: {@code ftp://user:password@host:port/}. */
    public String url() {
        String where = AddressText.of(surroundings.endpoint(PortMap.CONTROL_PORT));
        return "ftp://" + user() + ":" + password() + "@" + where + "/";
    }

    /** The host's directory behind the FTP server's {@code /}. */
    public Path ftpRoot() {
        return surroundings.storage().directory(ftp.directory());
    }

    /** The host's directory behind what {@link #user} sees as {@code /}: that user's home, or the FTP server's. */
    public Path userRoot() {
        return surroundings.storage().directory(account().home().orElse(ftp.directory()));
    }

    /** What the FTP server shows, as a user with all rights sees it: hidden files and virtual roots as well. */
    public FileArea files() {
        FtpProfile settings = ftp;
        return surroundings
                .storage()
                .area(
                        settings.directory(),
                        settings.access().virtualRoots(),
                        FileArea.Hidden.SEEN,
                        Charset.forName(settings.codePage()));
    }

    /** Whether its FTP server runs; a setting takes effect at the next {@link #restart}. */
    public boolean ftpIsOn() {
        return ftp.serverActive();
    }

    /**
     * What works now for a client.
     *
     * @param client its address, which rules may be about
     */
    public WhatWorks whatWorks(InetAddress client) {
        return WhatWorks.of(
                ftpIsOn(), firewallInForce(), path(), profile.ephemeralPorts(), client, surroundings.address());
    }

    /** What works now for a client at the device's own address, which no rule is about, but for rules about all. */
    public WhatWorks whatWorks() {
        return whatWorks(surroundings.address());
    }

    /** What enforces the firewall. */
    public EnforcementLevel enforcement() {
        return surroundings.enforcement().level();
    }

    /** The network between clients and the device. */
    public NetworkPath path() {
        return surroundings.path();
    }

    /** The connections that clients have open. */
    List<SocketChannel> sockets() {
        return controlPort.sockets();
    }

    /** Starts and ends what is to go wrong with it. */
    public Faults faults() {
        return surroundings.faults();
    }

    /** All that happened. */
    public Journal journal() {
        return surroundings.journal();
    }

    /** Takes the device off the network and gives back all it had of the host. Does nothing the second time. */
    @Override
    public void close() throws IOException {
        surroundings.faults().close(); // first, so that nothing waits for the end of one
        try {
            goAway();
        } finally {
            faultEffects.awaitEnd();
        }
    }

    private synchronized void goAway() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        schedule.stop();
        try (surroundings) {
            powerOff(Stop.SHUTDOWN);
        }
    }
}

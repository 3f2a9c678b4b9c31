package org.wec7emu.device;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.wec7emu.fault.Faults;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.host.AddressText;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.DeviceEvent.FirewallChanged;
import org.wec7emu.journal.DeviceEvent.ServiceLeftOut;
import org.wec7emu.journal.DeviceEvent.Stop;
import org.wec7emu.journal.Journal;
import org.wec7emu.path.NetworkPath;
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
    private final Surroundings surroundings;
    private final FirewallSchedule schedule;
    private final Power power;
    private final FaultEffects faultEffects;
    private final DeviceProfile delivered;
    private final StartingPoint atStart;
    private volatile StartingPoint current;
    private FtpProfile ftpAtNextStart;
    private volatile FtpProfile ftp;
    private boolean closed;

    /**
     * @param delivered the image as it is delivered
     * @param atStart whose rules of this hour are in force already
     * @param offered what it offers besides FTP
     * @param faultEffects of the faults in {@code surroundings}
     */
    Device(
            DeviceProfile delivered,
            StartingPoint atStart,
            List<Service> offered,
            Surroundings surroundings,
            FaultEffects faultEffects) {
        this.delivered = delivered;
        this.surroundings = surroundings;
        this.faultEffects = faultEffects;
        this.atStart = atStart;
        current = atStart;
        power = new Power(surroundings, offered, atStart.profile().coldBootClock(), this::clockWasSet);
        schedule = new FirewallSchedule(surroundings, atStart.firewall(), this::followFirewall);
        ftpAtNextStart = atStart.profile().ftp();
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
        power.on(current, ftp, everyService);
    }

    private void powerOnAgain() throws IOException {
        ftp = ftpAtNextStart;
        power.onAgain(current, ftp);
    }

    private synchronized void followFirewall() throws IOException {
        if (!closed) {
            power.followFirewall();
        }
    }

    /** What depends on the time of the device looks at it anew. */
    void clockWasSet() {
        schedule.followClock();
    }

    /**
     * Restarts the device: sessions end, {@code \Temp} is empty, FTP settings made since the last start take effect.
     *
     * @throws IOException when somebody else has taken the device's ports meanwhile
     */
    public synchronized void restart() throws IOException {
        requireOpen();
        power.off(Stop.RESTART);
        powerOnAgain();
    }

    /**
     * Cuts the power and gives it back: as {@link #restart}, but connections break in the middle of what they do.
     *
     * @throws IOException when somebody else has taken the device's ports meanwhile
     */
    public synchronized void powerCut() throws IOException {
        requireOpen();
        power.off(Stop.POWER_CUT);
        powerOnAgain();
    }

    /**
     * Puts the device back to how it was started: sessions and faults end, its card has the image's files and no others, and
     * firewall and FTP settings are those of the start. A directory given as its root stays as it is, and the journal goes on.
     *
     * @throws IOException when somebody else has taken the device's ports meanwhile, or a file can't be removed
     */
    public synchronized void reset() throws IOException {
        reset(atStart);
    }

    /**
     * As {@link #reset()}, but puts it into a state of its image: firewall rules and FTP settings are that state's, whatever rules it was
     * started with.
     *
     * @throws IllegalArgumentException when the image has no such state; the message lists those it has
     * @throws IOException as of {@link #reset()}, or when this level of enforcement can't express the state's rules; then nothing but its
     *     faults has ended
     */
    public synchronized void reset(String state) throws IOException {
        reset(StartingPoint.of(delivered, state, null));
    }

    private void reset(StartingPoint wanted) throws IOException {
        requireOpen();
        surroundings.faults().endAll(); // first, as rules may go by a clock that is wrong
        schedule.enter(wanted.firewall()); // with the power on, as this may be refused, and nothing is lost then
        current = wanted;
        ftpAtNextStart = wanted.profile().ftp();
        power.off(Stop.RESET);
        try {
            surroundings.storage().restore();
        } finally {
            powerOnAgain();
        }
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
        journal()
                .append(new FirewallChanged(
                        surroundings.clock().instant(),
                        rules.enabled(),
                        rules.rules().size()));
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

    /** The image in the state of the device: the one that it was started in, or {@linkplain #reset(String) put into} since. */
    public DeviceProfile profile() {
        return current.profile();
    }

    /** The name of that state. */
    public String state() {
        return current.state();
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
        return power.offered();
    }

    /** Those of them that it goes without at the moment, as the host has no port for them. */
    public synchronized List<ServiceLeftOut> servicesLeftOut() {
        return power.leftOut();
    }

    /** A user that may log in. */
    public String user() {
        return served().account().user();
    }

    /** That user's password. */
    public String password() {
        return served().account().password();
    }

    private FtpView served() {
        return new FtpView(surroundings, ftp);
    }

    /** Where a client connects to: {@code ftp://user:password@host:port/}. */
    public String url() {
        return served().url();
    }

    /** The host's directory behind the FTP server's {@code /}. */
    public Path ftpRoot() {
        return served().root();
    }

    /** The host's directory behind what {@link #user} sees as {@code /}: that user's home, or the FTP server's. */
    public Path userRoot() {
        return served().home();
    }

    /** What the FTP server shows, as a user with all rights sees it: hidden files and virtual roots as well. */
    public FileArea files() {
        return served().files();
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
                ftpIsOn(), firewallInForce(), path(), profile().ephemeralPorts(), client, surroundings.address());
    }

    /** What works now for a client at the device's own address, which no rule is about, but for rules about all. */
    public WhatWorks whatWorks() {
        return whatWorks(surroundings.address());
    }

    /** What enforces the firewall. */
    public EnforcementLevel enforcement() {
        return surroundings.enforcement().level();
    }

    /**
     * Lets everybody reach a TCP port at the device's address that isn't the device's: no rule of its firewall applies to it, nor
     * whether it is on its network. That of a control API is by itself.
     *
     * @param hostPort 1 to 65535
     * @throws IOException when the system refuses
     */
    public void exempt(int hostPort) throws IOException {
        surroundings.enforcement().exempt(hostPort);
    }

    /** The network between clients and the device. */
    public NetworkPath path() {
        return surroundings.path();
    }

    /** The connections that clients have open. */
    List<SocketChannel> sockets() {
        return power.sockets();
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
            power.off(Stop.SHUTDOWN);
        }
    }
}

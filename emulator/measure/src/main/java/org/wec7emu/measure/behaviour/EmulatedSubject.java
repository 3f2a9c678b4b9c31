package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wec7emu.device.Device;
import org.wec7emu.device.PortOffset;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.Verdict;
import org.wec7emu.host.PortMap;
import org.wec7emu.measure.behaviour.Side.Emulated;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileValue;
import org.wec7emu.profile.Service;

/**
 * A device that was started to be asked, on free ports of an address of its own, so that no other's are taken for its. What its rules drop is known, so nobody waits long for it:
 * the kernel's answer over loopback, if there were one, takes less than a thousandth of {@link #DROPPED}.
 */
record EmulatedSubject(Device running, DeviceInState image) implements Subject {
    static final String FACTORY = "factory";
    /** A machine under load may take its time with an answer. */
    private static final Duration ANSWERS = Duration.ofSeconds(10);

    private static final Duration DROPPED = Duration.ofMillis(150);
    private static final String ENABLED = "firewall.enabled";
    private static final String SERVER = "ftp.server-active";
    private static final String RULES = "firewall.rules.";
    private static final int FIRST_EPHEMERAL = 49_152;
    /** What a client on this machine comes from, whatever address of the loopback it goes to. */
    private static final InetAddress CLIENT = InetAddress.getLoopbackAddress();
    /** Any port of a client, as dials to it are decided. */
    private static final int ANY_CLIENT_PORT = 50_000;

    static EmulatedSubject start(Emulated side, Setting setting) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the measurement was interrupted");
        }
        DeviceProfile delivered = side.delivered();
        String state = side.image().state();
        if (setting.asDelivered()) {
            if (!delivered.states().containsKey(FACTORY)) {
                throw new IOException("the profile has no state " + FACTORY);
            }
            state = FACTORY;
        }
        List<Service> services = new ArrayList<>(delivered.services());
        services.addAll(setting.unserved());
        Device device = Device.builder(delivered.offering(services))
                .state(state)
                .path(setting.path())
                .clock(side.clock())
                .bind(OwnAddresses.next())
                .portOffset(PortOffset.ANY_FREE)
                .start();
        return new EmulatedSubject(device, setting.asDelivered() ? DeviceInState.of(delivered, FACTORY) : side.image());
    }

    @Override
    public InetSocketAddress control() {
        return new InetSocketAddress(running.host(), running.port());
    }

    @Override
    public String user() {
        return running.user();
    }

    @Override
    public String password() {
        return running.password();
    }

    @Override
    public Duration patienceFor(int port) {
        return inbound(port).passes() ? ANSWERS : DROPPED;
    }

    @Override
    public Duration patienceForReplies() {
        return ANSWERS;
    }

    @Override
    public Duration patienceForDial() {
        return running.path().letsDeviceIn() && outbound().passes() ? ANSWERS : DROPPED;
    }

    @Override
    public String whyDropped(int port) {
        Verdict verdict = inbound(port);
        return verdict.passes() ? "" : verdict.cause().sentence();
    }

    @Override
    public String whyNotDialled() {
        if (!running.path().letsDeviceIn()) {
            return running.path().whyDialsGetLost();
        }
        Verdict verdict = outbound();
        return verdict.passes() ? "" : verdict.cause().sentence();
    }

    private Verdict inbound(int port) {
        return running.firewallInForce()
                .decide(Packet.Tcp.syn(
                        Direction.INBOUND,
                        new InetSocketAddress(CLIENT, ANY_CLIENT_PORT),
                        new InetSocketAddress(address(), port)));
    }

    private Verdict outbound() {
        return running.firewallInForce()
                .decide(Packet.Tcp.syn(
                        Direction.OUTBOUND,
                        new InetSocketAddress(CLIENT, ANY_CLIENT_PORT),
                        new InetSocketAddress(address(), PortMap.DATA_PORT)));
    }

    private InetAddress address() {
        return control().getAddress();
    }

    @Override
    public List<String> decidingOn(int port) {
        List<String> paths = new ArrayList<>(List.of(ENABLED));
        String rule = inbound(port).cause().ruleName();
        if (!rule.isEmpty()) {
            paths.add(RULES + rule);
        }
        if (port == PortMap.CONTROL_PORT) {
            paths.add(SERVER);
        }
        if (port >= FIRST_EPHEMERAL && !inbound(port).passes()) {
            paths.add("stack.ephemeral-ports");
        }
        return paths;
    }

    @Override
    public List<String> decidingOnDial() {
        String rule = outbound().cause().ruleName();
        return !running.path().letsDeviceIn() || rule.isEmpty() ? List.of(ENABLED) : List.of(ENABLED, RULES + rule);
    }

    @Override
    public List<ProfileValue> values(List<String> paths) {
        return DecidingValues.at(image, paths);
    }

    @Override
    public List<String> repliesLike(String line) {
        return DecidingValues.replies(image.profile().ftp().replies(), line);
    }

    @Override
    public InetSocketAddress endpoint(int port) {
        return new InetSocketAddress(running.host(), running.ports().onHost(port));
    }

    @Override
    public int logical(int port) {
        return running.ports().ephemeral().contains(port)
                ? port
                : port - running.ports().offset();
    }

    @Override
    public Optional<Device> device() {
        return Optional.of(running);
    }

    @Override
    public Optional<Scene> scene() throws IOException {
        Path folder = running.userRoot().resolve(Scene.NAME);
        SceneFiles.make(folder);
        return Optional.of(new Scene("/" + Scene.NAME + "/"));
    }

    @Override
    public void close() throws IOException {
        CleanUp.always(running::close);
    }
}

package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wec7emu.device.Device;
import org.wec7emu.host.PortMap;
import org.wec7emu.measure.behaviour.Side.Remote;
import org.wec7emu.profile.ProfileValue;

/** A server somewhere. Nothing is known of it but what it answers. */
final class RemoteSubject implements Subject {
    /** Servers take their time with a login that is refused. */
    private static final Duration REPLIES = Duration.ofSeconds(10);

    /** For a connection: on a network in between, an answer takes a small part of it. */
    private static final Duration CONNECTS = Duration.ofSeconds(3);

    private final Remote side;
    private @Nullable RemoteScene scene;

    RemoteSubject(Remote side) {
        this.side = side;
    }

    @Override
    public InetSocketAddress control() {
        return side.control();
    }

    @Override
    public String user() {
        return side.user();
    }

    @Override
    public String password() {
        return side.password();
    }

    @Override
    public Duration patienceFor(int port) {
        return CONNECTS;
    }

    @Override
    public Duration patienceForReplies() {
        return REPLIES;
    }

    @Override
    public Duration patienceForDial() {
        return CONNECTS;
    }

    @Override
    public String whyDropped(int port) {
        return "";
    }

    @Override
    public String whyNotDialled() {
        return "";
    }

    @Override
    public List<String> decidingOn(int port) {
        return List.of();
    }

    @Override
    public List<String> decidingOnDial() {
        return List.of();
    }

    @Override
    public List<ProfileValue> values(List<String> paths) {
        return List.of();
    }

    @Override
    public List<String> repliesLike(String line) {
        return List.of();
    }

    @Override
    public InetSocketAddress endpoint(int port) {
        return port == PortMap.CONTROL_PORT
                ? side.control()
                : new InetSocketAddress(side.control().getAddress(), port);
    }

    /** RFC 959 has a server dial from the port next below that of its control connections. */
    @Override
    public int logical(int port) {
        return port == side.control().getPort() - 1 ? PortMap.DATA_PORT : port;
    }

    @Override
    public Optional<Device> device() {
        return Optional.empty();
    }

    @Override
    public Optional<Scene> scene() throws IOException {
        if (side.writeTo().isEmpty()) {
            return Optional.empty();
        }
        RemoteScene made = scene;
        if (made == null) {
            made = RemoteScene.make(this, side.writeTo().orElseThrow());
            scene = made;
        }
        return Optional.of(made.scene());
    }

    @Override
    public void close() throws IOException {
        RemoteScene made = scene;
        scene = null;
        if (made != null) {
            CleanUp.always(() -> made.remove(this));
        }
    }
}

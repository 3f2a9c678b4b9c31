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
    private static final Duration PATIENCE = Duration.ofSeconds(5);

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
        return PATIENCE;
    }

    @Override
    public Duration patienceForDial() {
        return PATIENCE;
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

    @Override
    public int logical(int port) {
        return port;
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
            made.remove(this);
        }
    }
}

package org.wec7emu.firewall.enforce.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.wec7emu.firewall.enforce.GuardedPort;

/** A server socket with a filter program, which is there before the socket has an address. */
final class SocketPort implements GuardedPort {
    private final StandardProtocolFamily family;
    private final int logicalPort;
    private final ServerSocketChannel channel;
    private final SocketDescriptor descriptor;
    private final Consumer<SocketPort> onClose;
    private Optional<FilterProgram> program = Optional.empty();
    private boolean off;
    private long lastDropped;
    /** Dropped while the device was off its network, which is not the rules' doing. */
    private long lost;

    private long droppedBeforeOff;

    private SocketPort(
            StandardProtocolFamily family,
            int logicalPort,
            ServerSocketChannel channel,
            SocketDescriptor descriptor,
            Consumer<SocketPort> onClose) {
        this.family = family;
        this.logicalPort = logicalPort;
        this.channel = channel;
        this.descriptor = descriptor;
        this.onClose = onClose;
    }

    static SocketPort open(StandardProtocolFamily family, int logicalPort, Consumer<SocketPort> onClose)
            throws IOException {
        int expected = DescriptorSearch.expected();
        ServerSocketChannel channel = ServerSocketChannel.open(family);
        try {
            return new SocketPort(family, logicalPort, channel, SocketDescriptor.of(channel, expected), onClose);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    StandardProtocolFamily family() {
        return family;
    }

    /** The program in force. */
    synchronized Optional<FilterProgram> program() {
        return program;
    }

    /** @throws IOException when the kernel refuses; then the program before stays in force */
    synchronized void filter(Optional<FilterProgram> next) throws IOException {
        if (!off && (next.isPresent() || program.isPresent())) {
            descriptor.attach(next);
        }
        program = next;
    }

    /** @throws IOException when the kernel refuses */
    synchronized void link(boolean up) throws IOException {
        if (off != up) {
            return;
        }
        if (up) {
            descriptor.attach(program);
            lost += count() - droppedBeforeOff;
        } else {
            droppedBeforeOff = count();
            descriptor.attach(Optional.of(FilterProgram.dropAll()));
        }
        off = !up;
    }

    private long count() {
        lastDropped = descriptor.drops().orElse(lastDropped);
        return lastDropped;
    }

    @Override
    public ServerSocketChannel channel() {
        return channel;
    }

    @Override
    public int logicalPort() {
        return logicalPort;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The kernel counts for the socket, so attempts that found the accept queue full are among them. The number stays
     * after the port is closed.
     */
    @Override
    public synchronized OptionalLong dropped() {
        return OptionalLong.of((off ? droppedBeforeOff : count()) - lost);
    }

    @Override
    public synchronized void close() {
        dropped();
        try {
            channel.close();
        } catch (IOException e) {
            // The descriptor is gone all the same, and nobody could do anything about it.
        }
        onClose.accept(this);
    }
}

package org.wec7emu.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.mina.core.RuntimeIoException;
import org.apache.mina.core.service.IoProcessor;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.transport.socket.SocketSessionConfig;
import org.apache.mina.transport.socket.nio.NioSession;
import org.apache.mina.transport.socket.nio.NioSocketAcceptor;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.enforce.GuardedPort;

/**
 * Listens on the ports of services that accept and say nothing, of all devices of the process, with one MINA acceptor. What
 * clients send is read and thrown away; a connection stays until its client ends it, nothing comes for {@value
 * #IDLE_SECONDS} s, or its port closes.
 */
public final class ServiceAcceptor {
    /** Connections that one port has at a time; more wait in the queue of the socket. */
    static final int MOST_CONNECTIONS = 64;

    /** Nothing is known of the devices' own; long enough for whoever looks at a port by hand. */
    static final int IDLE_SECONDS = 60;

    private static final int BACKLOG = 16;
    private static final Duration END = Duration.ofSeconds(5);

    private final Acceptor acceptor;
    private final Endpoints<Binding> bindings = new Endpoints<>();
    /**
     * What was accepted and hasn't got to its I/O thread. By then another port may be at the same address, as after a restart,
     * which isn't the one that it came to.
     */
    private final Map<IoSession, Binding> arriving = new ConcurrentHashMap<>();

    ServiceAcceptor(Executor ioThreads, IoProcessor<NioSession> processors) {
        this(ioThreads, processors, IDLE_SECONDS);
    }

    ServiceAcceptor(Executor ioThreads, IoProcessor<NioSession> processors, int idleSeconds) {
        acceptor = new Acceptor(ioThreads, processors);
        acceptor.getSessionConfig().setBothIdleTime(idleSeconds);
        acceptor.setCloseOnDeactivation(false);
        acceptor.setHandler(new ServiceHandler(arriving::remove));
    }

    /**
     * Binds an unbound port to an address of the host. Call {@link GuardedPort#bound} and then {@link #accept}.
     *
     * @param connected is told of each client, on a thread that must not be held up
     * @throws IOException when the address can't be bound; the port is closed then
     */
    public Binding bind(GuardedPort port, InetSocketAddress address, Consumer<InetSocketAddress> connected)
            throws IOException {
        try {
            ServerSocketChannel channel = port.channel();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, port.silent() ? GuardedPort.SILENT_BACKLOG : BACKLOG);
        } catch (IOException | RuntimeException e) {
            port.close();
            throw e;
        }
        Binding binding = new Binding(port, address, connected);
        port.onSilenceChange(binding::follow);
        return binding;
    }

    /**
     * Begins to accept on ports that are bound and armed.
     *
     * @throws IOException when the system refuses; the ports are closed then
     */
    public void accept(List<Binding> bound) throws IOException {
        if (bound.isEmpty()) {
            return;
        }
        bound.forEach(binding -> bindings.add(binding.address, binding));
        try {
            acceptor.bind(addresses(bound));
        } catch (IOException | RuntimeException e) {
            bound.forEach(binding -> bindings.remove(binding.address, binding));
            bound.forEach(binding -> binding.end(true));
            throw e;
        }
    }

    /**
     * Stops to listen on ports and ends their connections.
     *
     * @param orderly false resets them
     */
    public void close(Collection<Binding> ending, boolean orderly) {
        List<Binding> listening = ending.stream()
                .filter(binding -> bindings.remove(binding.address, binding))
                .toList();
        if (!listening.isEmpty()) {
            acceptor.unbind(addresses(listening));
        }
        ending.forEach(binding -> binding.end(orderly));
        ending.forEach(Binding::awaitEnd);
    }

    void dispose() {
        acceptor.dispose(false);
    }

    private static List<SocketAddress> addresses(Collection<Binding> bound) {
        return bound.stream().map(binding -> (SocketAddress) binding.address).toList();
    }

    /** A port of one service at work. */
    public final class Binding {
        private final GuardedPort port;
        private final InetSocketAddress address;
        private final Consumer<InetSocketAddress> connected;
        private final Set<IoSession> open = ConcurrentHashMap.newKeySet();
        private int accepted;
        private boolean ended;

        private Binding(GuardedPort port, InetSocketAddress address, Consumer<InetSocketAddress> connected) {
            this.port = port;
            this.address = address;
            this.connected = connected;
        }

        /** The port behind the firewall. */
        public GuardedPort port() {
            return port;
        }

        /** Accepts, unless the queue keeps the port silent or there are enough connections. */
        private void follow() {
            acceptor.follow(this);
        }

        private synchronized void setInterest(SelectionKey key) {
            key.interestOps(port.silent() || accepted >= MOST_CONNECTIONS ? 0 : SelectionKey.OP_ACCEPT);
        }

        /** How many connections it has, those included that haven't got to their I/O thread. */
        synchronized int accepted() {
            return accepted;
        }

        private synchronized void count(int change) {
            accepted += change;
        }

        /** Takes in a connection, unless it is one that kept the port silent, or comes too late. */
        boolean begin(IoSession session) {
            if (port.isFiller(session.getRemoteAddress()) || !add(session)) {
                return false;
            }
            connected.accept((InetSocketAddress) session.getRemoteAddress());
            return true;
        }

        /** Whatever was accepted has ended, taken in or not. */
        void end(IoSession session) {
            open.remove(session);
            count(-1);
            follow();
        }

        private synchronized boolean add(IoSession session) {
            return !ended && open.add(session);
        }

        private void end(boolean orderly) {
            synchronized (this) {
                ended = true;
            }
            port.close();
            for (IoSession session : open) {
                if (!orderly) {
                    resetAtClose(session);
                }
                session.closeNow();
            }
        }

        private void resetAtClose(IoSession session) {
            try {
                ((SocketSessionConfig) session.getConfig()).setSoLinger(0);
            } catch (RuntimeIoException e) {
                // it has ended meanwhile
            }
        }

        private void awaitEnd() {
            for (IoSession session : open) {
                session.getCloseFuture().awaitUninterruptibly(END.toMillis());
            }
        }
    }

    /** Accepts on channels that are bound already. */
    private final class Acceptor extends NioSocketAcceptor {
        Acceptor(Executor executor, IoProcessor<NioSession> processor) {
            super(executor, processor);
        }

        @Override
        protected ServerSocketChannel open(SocketAddress address) throws Exception {
            Binding binding = bindings.at((InetSocketAddress) address);
            if (binding == null) {
                throw new IOException("no bound socket for " + address);
            }
            ServerSocketChannel channel = binding.port.channel();
            channel.register(selector, 0, binding);
            follow(binding);
            return channel;
        }

        @Override
        protected @Nullable NioSession accept(IoProcessor<NioSession> processor, ServerSocketChannel handle)
                throws Exception {
            SelectionKey key = handle.keyFor(selector);
            if (key == null || !(key.attachment() instanceof Binding binding)) {
                return null;
            }
            NioSession session = binding.port.accept(() -> super.accept(processor, handle));
            if (session != null) {
                arriving.put(session, binding);
                binding.count(1);
                follow(binding);
            }
            return session;
        }

        void follow(Binding binding) {
            SelectionKey key = binding.port.channel().keyFor(selector);
            if (key != null && key.isValid()) {
                binding.setInterest(key);
                wakeup();
            }
        }
    }
}

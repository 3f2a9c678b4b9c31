package org.wec7emu.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.mina.core.service.IoProcessor;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.codec.ProtocolCodecFilter;
import org.apache.mina.transport.socket.nio.NioSession;
import org.apache.mina.transport.socket.nio.NioSocketAcceptor;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.enforce.GuardedPort;

/**
 * Listens on the control ports of all devices of the process with one MINA acceptor. A socket reaches MINA when the firewall
 * has armed it, so there is no moment at which a port listens unfiltered.
 */
public final class ControlAcceptor {
    private static final int BACKLOG = 64;
    /** Bytes: nearly any command in one piece, or a dozen short ones, after which it is other sessions' turn. */
    private static final int LARGEST_READ = 96;
    /** Bytes of the kernel's buffer: a client that reads no replies is found out before the kernel has taken megabytes of them. */
    private static final int SEND_BUFFER = 32 * 1024;

    private final ArmedSocketAcceptor acceptor;
    private final Endpoints<Binding> bindings = new Endpoints<>();

    ControlAcceptor(
            Executor workers, ScheduledExecutorService timer, Executor ioThreads, IoProcessor<NioSession> processors) {
        acceptor = new ArmedSocketAcceptor(ioThreads, processors);
        acceptor.getSessionConfig().setTcpNoDelay(true);
        // All lines of what is read at a time are taken, however many.
        acceptor.getSessionConfig().setMinReadBufferSize(LARGEST_READ);
        acceptor.getSessionConfig().setReadBufferSize(LARGEST_READ);
        acceptor.getSessionConfig().setMaxReadBufferSize(LARGEST_READ);
        acceptor.getSessionConfig().setSendBufferSize(SEND_BUFFER);
        // A device ends its sessions itself, and says so, whether or not it is the last one of the process.
        acceptor.setCloseOnDeactivation(false);
        acceptor.getFilterChain().addLast("turns", new TurnFilter(LARGEST_READ, new Lane()));
        acceptor.getFilterChain().addLast("arrival", new ControlInput.Filter());
        acceptor.getFilterChain().addLast("lines", new ProtocolCodecFilter(new LineCodec()));
        acceptor.setHandler(new Dispatcher(bindings::of, workers, timer));
    }

    /**
     * Binds an unbound port to an address of the host and gives its connections to {@code handler}.
     *
     * @throws IOException when the address can't be bound; the port is closed then
     */
    public synchronized Binding bind(GuardedPort port, InetSocketAddress address, ControlHandler handler)
            throws IOException {
        Binding binding = new Binding(port, address, handler);
        if (!bindings.add(address, binding)) {
            port.close();
            throw new java.net.BindException("Address already in use");
        }
        try {
            acceptor.bind(address);
            return binding;
        } catch (IOException | RuntimeException e) {
            bindings.remove(address, binding);
            port.close();
            throw e;
        }
    }

    void dispose() {
        acceptor.dispose(false);
    }

    /** The order of what is done for a connection, which can be stopped. */
    interface Holding {
        void hold();

        void release();
    }

    /** A control port of one device at work. */
    public final class Binding implements AutoCloseable {
        private final GuardedPort port;
        private final InetSocketAddress address;
        private final ControlHandler handler;
        private final Map<IoSession, Holding> open = new HashMap<>();

        private Binding(GuardedPort port, InetSocketAddress address, ControlHandler handler) {
            this.port = port;
            this.address = address;
            this.handler = handler;
        }

        ControlHandler handler() {
            return handler;
        }

        /** Whether a connection is one of those that kept the port silent. */
        boolean isFiller(IoSession session) {
            return port.isFiller(session.getRemoteAddress());
        }

        /** The port behind the firewall. */
        public GuardedPort port() {
            return port;
        }

        void begin(IoSession session, Holding turns) {
            synchronized (open) {
                open.put(session, turns);
                if (handler.isStill()) {
                    turns.hold();
                }
            }
        }

        void end(IoSession session) {
            synchronized (open) {
                open.remove(session);
            }
        }

        /** Goes on with all connections, or leaves them alone, as the handler has it. */
        public void follow() {
            synchronized (open) {
                open.values().forEach(handler.isStill() ? Holding::hold : Holding::release);
            }
        }

        private int interest() {
            return port.silent() ? 0 : SelectionKey.OP_ACCEPT;
        }

        /** Stops listening. Connections that are open stay open. */
        @Override
        public void close() {
            synchronized (ControlAcceptor.this) {
                if (bindings.remove(address, this)) {
                    acceptor.unbind(address);
                    port.close();
                }
            }
        }
    }

    private final class ArmedSocketAcceptor extends NioSocketAcceptor {
        ArmedSocketAcceptor(Executor executor, IoProcessor<NioSession> processor) {
            super(executor, processor);
        }

        @Override
        protected ServerSocketChannel open(java.net.SocketAddress address) throws Exception {
            Binding binding = bindings.at((InetSocketAddress) address);
            if (binding == null) {
                throw new IOException("no armed socket for " + address);
            }
            GuardedPort port = binding.port;
            ServerSocketChannel channel = port.channel();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, port.silent() ? GuardedPort.SILENT_BACKLOG : BACKLOG);
            port.onSilenceChange(() -> follow(binding));
            port.bound();
            channel.register(selector, binding.interest(), binding);
            return channel;
        }

        @Override
        protected @Nullable NioSession accept(IoProcessor<NioSession> processor, ServerSocketChannel handle)
                throws Exception {
            SelectionKey key = handle.keyFor(selector);
            if (key == null || !(key.attachment() instanceof Binding binding)) {
                return null;
            }
            return binding.port.accept(() -> super.accept(processor, handle));
        }

        /** Accepts, or leaves the connections in the queue that keep the port silent. */
        private void follow(Binding binding) {
            SelectionKey key = binding.port.channel().keyFor(selector);
            if (key != null && key.isValid()) {
                key.interestOps(binding.interest());
                wakeup();
            }
        }
    }
}

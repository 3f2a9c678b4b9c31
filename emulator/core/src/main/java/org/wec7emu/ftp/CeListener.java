package org.wec7emu.ftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Set;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.apache.ftpserver.listener.nio.AbstractListener;
import org.apache.mina.core.service.IoHandlerAdapter;
import org.apache.mina.core.session.IdleStatus;
import org.apache.mina.core.session.IoSession;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.enforce.GuardedPort;
import org.wec7emu.host.ControlAcceptor;
import org.wec7emu.host.ControlHandler;
import org.wec7emu.journal.Journal.Subscription;

/** Listens on the device's control port, with the threads of the process and behind the device's firewall. */
final class CeListener extends AbstractListener {
    private final FtpEnvironment environment;
    private final ControlAcceptor acceptor;
    private final GuardedPort port;
    private final InetSocketAddress address;
    private final CeFtpHandler handler;
    private final CommandSyntax syntax;
    private ControlAcceptor.@Nullable Binding binding;
    private volatile @Nullable Runnable follow;
    private @Nullable Subscription faults;

    /**
     * @param port unbound
     * @param address of the host, to bind to
     */
    CeListener(
            FtpEnvironment environment,
            ControlAcceptor acceptor,
            GuardedPort port,
            InetSocketAddress address,
            CeFtpHandler handler) {
        super(
                address.getAddress().getHostAddress(),
                address.getPort(),
                false,
                null,
                new DataConnectionConfigurationFactory().createDataConnectionConfiguration(),
                environment.idleSeconds(),
                null);
        this.environment = environment;
        this.acceptor = acceptor;
        this.port = port;
        this.address = address;
        this.handler = handler;
        syntax = CommandSyntax.of(environment.profile());
    }

    @Override
    public synchronized void start(FtpServerContext context) {
        handler.init(context, this);
        try {
            ControlAcceptor.Binding bound = acceptor.bind(port, address, new Adapter(context));
            binding = bound;
            follow = bound::follow;
            faults = environment.faults().onChange(bound::follow);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void stop() {
        ControlAcceptor.Binding bound = binding;
        binding = null;
        if (bound != null) {
            bound.close();
        }
        Subscription listening = faults;
        if (listening != null) {
            listening.close();
        }
    }

    /** Goes on with all connections, or leaves them alone, as faults have it and the end of the device. */
    void follow() {
        Runnable following = follow;
        if (following != null) {
            following.run();
        }
    }

    @Override
    public synchronized boolean isStopped() {
        return binding == null;
    }

    @Override
    public boolean isSuspended() {
        return false;
    }

    @Override
    public void suspend() {
        throw new UnsupportedOperationException("a device restarts instead");
    }

    @Override
    public void resume() {
        throw new UnsupportedOperationException("a device restarts instead");
    }

    @Override
    public Set<FtpIoSession> getActiveSessions() {
        return Set.of();
    }

    /** Gives the events of a connection to the FTP server's handler, lines as requests. */
    private final class Adapter extends IoHandlerAdapter implements ControlHandler {
        private final FtpServerContext context;

        Adapter(FtpServerContext context) {
            this.context = context;
        }

        @Override
        public boolean isStill() {
            return environment.faults().isStill() && !handler.isStopped();
        }

        @Override
        public void finish(IoSession session) {
            CeSession.of(session).end().finish();
        }

        @Override
        public boolean opensPromptly() {
            return Promptness.ofGreeting(environment.profile());
        }

        @Override
        public boolean isPrompt(Object line) {
            return Promptness.of(line.toString(), environment.profile());
        }

        @Override
        public void sessionCreated(IoSession session) throws Exception {
            handler.sessionCreated(new FtpIoSession(session, context));
        }

        @Override
        public void sessionOpened(IoSession session) {
            handler.sessionOpened(new FtpIoSession(session, context));
        }

        @Override
        public void messageReceived(IoSession session, Object message) throws Exception {
            long now = environment.now().toEpochMilli();
            handler.messageReceived(new FtpIoSession(session, context), syntax.read(message.toString(), now));
        }

        @Override
        public void inputClosed(IoSession session) {
            handler.inputClosed(new FtpIoSession(session, context));
        }

        @Override
        public void sessionIdle(IoSession session, IdleStatus status) {
            handler.sessionIdle(new FtpIoSession(session, context), status);
        }

        @Override
        public void exceptionCaught(IoSession session, Throwable cause) {
            handler.exceptionCaught(new FtpIoSession(session, context), cause);
        }

        @Override
        public void sessionClosed(IoSession session) throws Exception {
            handler.sessionClosed(new FtpIoSession(session, context));
        }
    }
}

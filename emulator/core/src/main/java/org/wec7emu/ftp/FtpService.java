package org.wec7emu.ftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.wec7emu.firewall.enforce.GuardedPort;
import org.wec7emu.host.ControlAcceptor;

/**
 * The FTP server of a device, from power-on to power-off. A service that was closed can't be started again: a device that
 * restarts makes a new one.
 */
public final class FtpService implements AutoCloseable {
    private final FtpServer server;
    private final CeFtpHandler handler;
    private final CeListener listener;

    private FtpService(FtpServer server, CeFtpHandler handler, CeListener listener) {
        this.server = server;
        this.handler = handler;
        this.listener = listener;
    }

    /**
     * Starts to listen.
     *
     * @param port the control port, behind the firewall, unbound; closed with the service
     * @param address the host's address for it
     * @param sessions counts the device's sessions over all its restarts
     * @throws IOException when the address can't be bound
     */
    public static FtpService start(
            FtpEnvironment environment,
            ControlAcceptor acceptor,
            GuardedPort port,
            InetSocketAddress address,
            AtomicLong sessions)
            throws IOException {
        CeFtpHandler handler = new CeFtpHandler(environment, sessions);
        CeListener listener = new CeListener(environment, acceptor, port, address, handler);
        Map<String, Listener> listeners = new HashMap<>();
        listeners.put("control", listener);
        FtpServerFactory factory = new FtpServerFactory();
        factory.setListeners(listeners);
        factory.setCommandFactory(new CeCommandFactory());
        FtpServer server = factory.createServer();
        try {
            server.start();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (FtpException e) {
            throw new IOException(e.getMessage(), e);
        }
        return new FtpService(server, handler, listener);
    }

    /** The connections that clients have open, of either kind. */
    public List<SocketChannel> sockets() {
        return handler.sockets();
    }

    /** Goes away without goodbye: connections are reset in the middle of what they do. */
    public void cutPower() {
        stop(false);
    }

    /** Stops to listen, ends all sessions. */
    @Override
    public void close() {
        stop(true);
    }

    private void stop(boolean orderly) {
        server.stop();
        handler.closeAll(orderly, listener::follow);
    }
}

package org.wec7emu.firewall.enforce.socket;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** A filter program on a connection that is in use: it judges packets that come in before anybody acknowledges them. */
final class ConnectedSocket {
    private ConnectedSocket() {}

    /**
     * Puts a program on a connection, or takes it off. Does nothing when the connection is closed.
     *
     * @throws IOException when the kernel refuses
     */
    static void filter(SocketChannel connection, Optional<FilterProgram> program) throws IOException {
        try {
            SocketDescriptor.of(connection, 0).attach(program);
        } catch (ClosedChannelException e) {
            // there is nothing any more that anything could come in on
        } catch (IOException e) {
            if (connection.isOpen()) {
                throw e;
            }
        }
    }
}

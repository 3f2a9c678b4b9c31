package org.wec7emu.measure.behaviour;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.wec7emu.device.Device;

/**
 * A way to a device's control port for one client at a time: the next one is heard when the one before has closed its connection,
 * and not a moment earlier.
 */
final class OneAtATime implements Closeable {
    private static final long LIMIT_MILLIS = 20_000;

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Device device;

    OneAtATime(Device device) throws IOException {
        this.device = device;
        start("one-at-a-time", () -> {
            while (!listening.isClosed()) {
                try (Socket client = listening.accept();
                        Socket server = new Socket(device.host(), device.port())) {
                    serve(client, server);
                }
            }
        });
    }

    InetSocketAddress endpoint() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    private static void serve(Socket client, Socket server) throws IOException {
        Thread answers = start("one-at-a-time-answers", () -> {
            server.getInputStream().transferTo(client.getOutputStream());
            client.shutdownOutput();
        });
        try {
            client.getInputStream().transferTo(server.getOutputStream());
            server.shutdownOutput();
            answers.join(LIMIT_MILLIS);
        } catch (IOException e) {
            // the client has reset its connection, or the device the other one
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static Thread start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // one of the ends has gone
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}

package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A client that says more than it hears: the device stops reading, and forgets nothing. */
class BackPressureTests {
    /** Far more than the kernel keeps for both ends of such a connection. */
    private static final int ENDLESS = 16 << 20;
    /** A busy device is not a silent one. */
    private static final int SILENCE_MILLIS = 2_000;

    private static final String COMMAND = "NOOP\r\n";

    @Test
    void repliesThatNobodyReadsDoNotPileUp() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                Gusher client = new Gusher(device)) {
            int commands = client.sendAllThatGoes();
            try (RawClient other = RawClient.loggedIn(device)) {
                assertThat(other.command("PWD")).startsWith("257 ");
            }
            client.hears("220 ", 1);
            client.hears("530 ", commands);
        }
    }

    @Test
    void commandsBehindOneThatWaitsDoNotPileUp() throws Exception {
        try (Device device = Devices.started(Devices.openWithFtp("data-wait: 1 h"));
                Gusher client = new Gusher(device)) {
            client.send("USER " + device.user() + "\r\nPASS " + device.password() + "\r\nEPSV\r\n");
            client.hears("220 ", 1);
            client.hears("331 ", 1);
            client.hears("230 ", 1);
            String passive = client.line();
            client.send("LIST\r\n");
            int commands = client.sendAllThatGoes();
            int port =
                    Integer.parseInt(passive.replaceAll("\\D+(\\d+)\\D+$", "$1").substring(3));
            try (Socket data = RawClient.connected(new InetSocketAddress(device.host(), port))) {
                assertThat(data.getInputStream().read()).isNegative();
            }
            client.hears("125 ", 1);
            client.hears("226 ", 1);
            client.hears("200 ", commands);
        }
    }

    /** Sends whatever the device takes. */
    private static final class Gusher implements AutoCloseable {
        private final SocketChannel channel = SocketChannel.open();
        private final Selector selector = Selector.open();
        private final ByteBuffer heard = ByteBuffer.allocate(1 << 16).flip();
        private ByteBuffer unsent = ByteBuffer.allocate(0);

        Gusher(Device device) throws IOException {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 16);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, 1 << 16);
            channel.connect(new InetSocketAddress(device.host(), device.port()));
            channel.configureBlocking(false);
            channel.register(selector, 0);
        }

        void send(String text) throws IOException {
            unsent = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (unsent.hasRemaining()) {
                channel.write(unsent);
            }
        }

        /** Sends until nothing more is taken for a while. Returns how many commands have begun. */
        int sendAllThatGoes() throws IOException {
            byte[] many = COMMAND.repeat(1000).getBytes(StandardCharsets.US_ASCII);
            int batches = 0;
            while (unsent.hasRemaining() || batches * many.length < ENDLESS) {
                if (!unsent.hasRemaining()) {
                    unsent = ByteBuffer.wrap(many);
                    batches++;
                }
                if (channel.write(unsent) == 0 && !isReady(SelectionKey.OP_WRITE, SILENCE_MILLIS)) {
                    return batches * 1000;
                }
            }
            throw new AssertionError("the device has read " + ENDLESS + " bytes of a client that reads nothing");
        }

        private boolean isReady(int operation, long limitMillis) throws IOException {
            channel.keyFor(selector).interestOps(operation);
            selector.selectedKeys().clear();
            return selector.select(limitMillis) > 0;
        }

        void hears(String code, int replies) throws IOException {
            for (int i = 0; i < replies; i++) {
                assertThat(line()).as("reply " + i).startsWith(code);
            }
        }

        String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (char next = next(); next != '\n'; next = next()) {
                line.append(next);
            }
            return line.toString();
        }

        private char next() throws IOException {
            while (!heard.hasRemaining()) {
                channel.write(unsent);
                heard.clear();
                int got = channel.read(heard);
                heard.flip();
                if (got < 0 || (got == 0 && !isReady(SelectionKey.OP_READ, Devices.LIMIT.toMillis()))) {
                    throw new AssertionError(got < 0 ? "the device has ended the connection" : "no reply");
                }
            }
            return (char) heard.get();
        }

        @Override
        public void close() throws IOException {
            selector.close();
            channel.close();
        }
    }
}

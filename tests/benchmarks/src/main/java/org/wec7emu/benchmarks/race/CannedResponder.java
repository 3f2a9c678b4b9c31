package org.wec7emu.benchmarks.race;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Answers a session's commands by their first two letters, with fixed lines, and RETR with fixed bytes: so little work that
 * what the clients reach against it is what they can reach. One thread.
 */
public final class CannedResponder {
    private static final byte[] GREETING = line("220 ready");
    private static final byte[] MORE = line("331 more");
    private static final byte[] GOOD = line("200 good");
    private static final byte[] BEGINS = line("150 begins");
    private static final byte[] ENDS = line("226 ends");
    private static final byte[] GOODBYE = line("221 goodbye");
    private static final int QUEUE = 1024;

    private final ByteBuffer in = ByteBuffer.allocateDirect(1024);
    private final ByteBuffer out = ByteBuffer.allocateDirect(64);
    private final ByteBuffer file = ByteBuffer.allocateDirect(Track.SMALL_BYTES);

    private CannedResponder() {}

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Answers until it is killed.
     *
     * @param args address and port; more is passed over, so that it is started as {@link BareFtpServer} is
     */
    public static void main(String[] args) throws IOException {
        InetSocketAddress address = new InetSocketAddress(args[0], Integer.parseInt(args[1]));
        new CannedResponder().serve(address);
    }

    private void serve(InetSocketAddress address) throws IOException {
        Selector selector = Selector.open();
        ServerSocketChannel listening = ServerSocketChannel.open();
        listening.configureBlocking(false);
        listening.bind(address, QUEUE).register(selector, SelectionKey.OP_ACCEPT);
        while (true) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                if (key.isAcceptable()) {
                    accept(listening, selector);
                } else {
                    answer(key);
                }
            }
            selector.selectedKeys().clear();
        }
    }

    private void accept(ServerSocketChannel listening, Selector selector) throws IOException {
        for (SocketChannel client = listening.accept(); client != null; client = listening.accept()) {
            client.configureBlocking(false);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            client.register(selector, SelectionKey.OP_READ);
            say(client, GREETING);
        }
    }

    private void answer(SelectionKey key) throws IOException {
        SocketChannel client = (SocketChannel) key.channel();
        int count = client.read(in.clear());
        if (count < 2) {
            client.close();
            return;
        }
        in.flip();
        switch (in.getShort(0)) {
            case 'U' << 8 | 'S' -> say(client, MORE);
            case 'P' << 8 | 'O' -> {
                key.attach(target());
                say(client, GOOD);
            }
            case 'R' << 8 | 'E' -> retrieve(client, (InetSocketAddress) key.attachment());
            case 'Q' << 8 | 'U' -> {
                say(client, GOODBYE);
                client.close();
            }
            default -> say(client, GOOD);
        }
    }

    /** What PORT's argument says. */
    private InetSocketAddress target() throws IOException {
        int[] numbers = new int[6];
        int place = 0;
        for (int i = "PORT ".length(); in.get(i) > ' '; i++) {
            if (in.get(i) == ',') {
                place++;
            } else {
                numbers[place] = 10 * numbers[place] + in.get(i) - '0';
            }
        }
        byte[] address = {(byte) numbers[0], (byte) numbers[1], (byte) numbers[2], (byte) numbers[3]};
        return new InetSocketAddress(InetAddress.getByAddress(address), numbers[4] << 8 | numbers[5]);
    }

    /** Blocks, but for nothing: the kernel makes the connection at once, and takes the bytes. */
    private void retrieve(SocketChannel client, InetSocketAddress target) throws IOException {
        say(client, BEGINS);
        try (SocketChannel data = SocketChannel.open()) {
            data.connect(target); // from any address: one that is bound to a port first runs out of ports
            data.write(file.clear());
        }
        say(client, ENDS);
    }

    private void say(SocketChannel client, byte[] line) throws IOException {
        client.write(out.clear().put(line).flip());
    }
}

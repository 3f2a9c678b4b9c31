package org.wec7emu.device;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Clients by the thousand in a process of their own, as the sockets of both ends would be too many for one. They connect, hear
 * one reply each, and stay until told to leave. They come from many addresses of loopback, which has ports for all.
 */
final class Crowd implements AutoCloseable {
    private static final int AT_A_TIME = 32;
    private static final int AN_ADDRESS = 1000;

    private final Process process;

    private Crowd(Process process) {
        this.process = process;
    }

    /** Starts them, spread evenly over devices; {@link #greeted} waits. */
    static Crowd of(int clients, List<Device> devices) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Crowd.class.getName(),
                Integer.toString(clients)));
        devices.forEach(device -> command.add(device.host() + ":" + device.port()));
        return new Crowd(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** How many have heard a greeting, once all have heard one or were hung up on. */
    int greeted() throws IOException {
        String line = process.inputReader().readLine();
        if (line == null) {
            throw new IOException("the clients have gone: see above");
        }
        return Integer.parseInt(line);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(Devices.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** @param arguments number of clients, and where to: {@code host:port} */
    public static void main(String[] arguments) throws IOException {
        List<InetSocketAddress> devices = Arrays.stream(arguments)
                .skip(1)
                .map(address -> address.split(":", -1))
                .map(parts -> new InetSocketAddress(parts[0], Integer.parseInt(parts[1])))
                .toList();
        try (Selector selector = Selector.open()) {
            System.out.println(come(selector, devices, Integer.parseInt(arguments[0])));
            System.out.flush();
            while (System.in.read() >= 0) {
                // stays until the other end is closed
            }
        }
    }

    private static int come(Selector selector, List<InetSocketAddress> devices, int clients) throws IOException {
        int begun = 0;
        int done = 0;
        int greeted = 0;
        while (done < clients) {
            while (begun < clients && begun - done < AT_A_TIME) {
                begin(selector, devices.get(begun % devices.size()), begun++);
            }
            selector.select(60_000);
            if (selector.selectedKeys().isEmpty()) {
                throw new IOException("nothing has happened for a minute; " + done + " of " + clients + " are there");
            }
            for (SelectionKey key : selector.selectedKeys()) {
                SocketChannel client = (SocketChannel) key.channel();
                if (key.isConnectable()) {
                    client.finishConnect();
                    key.interestOps(SelectionKey.OP_READ);
                } else {
                    ByteBuffer code = ByteBuffer.allocate(3);
                    int heard = client.read(code);
                    done++;
                    greeted += heard == 3 && code.get(0) == '2' ? 1 : 0;
                    key.interestOps(0);
                    if (heard < 3 || code.get(0) != '2') {
                        client.close();
                    }
                }
            }
            selector.selectedKeys().clear();
        }
        return greeted;
    }

    private static void begin(Selector selector, InetSocketAddress device, int number) throws IOException {
        SocketChannel client = SocketChannel.open();
        client.configureBlocking(false);
        client.bind(new InetSocketAddress("127.0.1." + (1 + number / AN_ADDRESS), 0));
        boolean connected = client.connect(device);
        client.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT);
    }
}

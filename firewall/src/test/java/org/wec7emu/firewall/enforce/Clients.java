package org.wec7emu.firewall.enforce;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tests of every level do on loopback. */
public final class Clients {
    /** Long enough for anything that is going to happen. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    /** Over loopback an answer, if there is one, takes less than a thousandth of this. */
    private static final Duration SILENCE = Duration.ofMillis(250);

    private Clients() {}

    public static InetSocketAddress anyPort(String address) throws IOException {
        return new InetSocketAddress(InetAddress.getByName(address), 0);
    }

    public static Socket connected(SocketAddress server) throws IOException {
        return connected(null, server);
    }

    /** @param source the client's own address, or null for the one the kernel takes */
    public static Socket connected(String source, SocketAddress server) throws IOException {
        return connected(source, server, LIMIT);
    }

    private static Socket connected(String source, SocketAddress server, Duration limit) throws IOException {
        Socket socket = new Socket();
        try {
            if (source != null) {
                socket.bind(anyPort(source));
            }
            socket.setSoTimeout((int) LIMIT.toMillis());
            socket.connect(server, (int) limit.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Holds when an attempt is met by silence: neither a SYN/ACK nor a RST. */
    public static void assertSilent(SocketAddress server) {
        assertSilent(null, server);
    }

    public static void assertSilent(String source, SocketAddress server) {
        assertThatThrownBy(() -> connected(source, server, SILENCE).close())
                .as("connecting from %s to %s", source, server)
                .isInstanceOf(SocketTimeoutException.class);
    }

    /** The next connection that waits, without waiting for one. */
    public static Optional<SocketChannel> accepted(ServerSocketChannel server) throws IOException {
        server.configureBlocking(false);
        return Optional.ofNullable(server.accept());
    }

    /** Waits until a connection that was begun is there. */
    public static boolean completes(SocketChannel client) throws IOException {
        try (Selector selector = Selector.open()) {
            client.register(selector, SelectionKey.OP_CONNECT);
            selector.select(LIMIT.toMillis());
        }
        return client.finishConnect();
    }

    /** All sockets, epoll instances and the like that this process has open; files come and go with class loading. */
    public static String openDescriptors() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .map(Clients::target)
                    .filter(target -> !target.startsWith("/"))
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException e) {
            // That of the listing itself.
            return "/";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

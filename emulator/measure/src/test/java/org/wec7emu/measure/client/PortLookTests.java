package org.wec7emu.measure.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortLookTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final Transcript transcript = new Transcript();

    @Test
    void seesAnOpenPort() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, HERE)) {
            assertThat(PortLook.at(endpoint(listening), PATIENCE, transcript)).isEqualTo(Reach.OPEN);
        }
        assertThat(transcript.text()).contains("OPEN");
    }

    @Test
    void seesAClosedPort() throws IOException {
        ServerSocket listening = new ServerSocket(0, 1, HERE);
        listening.close();

        assertThat(PortLook.at(endpoint(listening), PATIENCE, transcript)).isEqualTo(Reach.CLOSED);
    }

    @Test
    void seesASilentPort() throws IOException {
        List<SocketChannel> queued = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, HERE)) {
            for (int i = 0; i < 3; i++) {
                SocketChannel connection = SocketChannel.open();
                queued.add(connection);
                connection.configureBlocking(false);
                connection.connect(endpoint(full));
            }
            assertThat(PortLook.at(endpoint(full), MOMENT, transcript)).isEqualTo(Reach.SILENT);
        } finally {
            for (SocketChannel connection : queued) {
                connection.close();
            }
        }
    }

    @Test
    void knowsThatThereIsNoSuchHost() throws IOException {
        assertThat(PortLook.at(InetSocketAddress.createUnresolved("nowhere.invalid", 21), PATIENCE, transcript))
                .isEqualTo(Reach.UNREACHABLE);
    }

    @Test
    void stopsWhenInterrupted() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, HERE)) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> PortLook.at(endpoint(listening), PATIENCE, transcript))
                    .isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static InetSocketAddress endpoint(ServerSocket listening) {
        return new InetSocketAddress(HERE, listening.getLocalPort());
    }
}

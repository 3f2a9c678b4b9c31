package org.wec7emu.measure.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimedChannelTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aConnectionResetBeforeItWasSeenHasStood() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                TimedChannel channel = new TimedChannel(SocketChannel.open())) {
            InetSocketAddress server = (InetSocketAddress) listening.getLocalSocketAddress();
            assertThat(channel.begin(server)).isFalse();
            reset(listening);
            assertThat(channel.finish(server, TimedChannel.deadline(PATIENCE))).isTrue();
            assertThat(channel.remote()).isEqualTo(server);
            assertThat(channel.local().getPort()).isZero();
            assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1), TimedChannel.deadline(PATIENCE)))
                    .hasMessage("the other side reset the connection");
            assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1), TimedChannel.deadline(PATIENCE)))
                    .hasMessage("the other side reset the connection");
        }
    }

    private static void reset(ServerSocket listening) throws IOException {
        try (Socket accepted = listening.accept()) {
            accepted.setSoLinger(true, 0);
        }
    }
}

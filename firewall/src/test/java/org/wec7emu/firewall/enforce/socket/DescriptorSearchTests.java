package org.wec7emu.firewall.enforce.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;

class DescriptorSearchTests {
    @Test
    void findsASocketFarFromWhereItIsExpected() throws Exception {
        try (ServerSocketChannel channel = ServerSocketChannel.open()) {
            int found = DescriptorSearch.find(channel, 5_000);

            assertThat(Files.readSymbolicLink(Path.of("/proc/self/fd/" + found)).toString())
                    .startsWith("socket:");
            assertThat(DescriptorSearch.find(channel, found)).isEqualTo(found);
        }
    }

    @Test
    void restoresWhatItMarkedTheSocketWith() throws Exception {
        try (ServerSocketChannel channel = ServerSocketChannel.open()) {
            channel.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, 1234);
            channel.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, 567);

            DescriptorSearch.find(channel, 0);

            assertThat(channel.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(1234);
            assertThat(channel.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL))
                    .isEqualTo(567);
        }
    }

    @Test
    void tellsSocketsApartThatThreadsOpenAtTheSameTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Set<ServerSocketChannel> channels = new HashSet<>();
        Set<Integer> numbers = new HashSet<>();
        try {
            Callable<Found> open = () -> {
                int expected = DescriptorSearch.expected();
                ServerSocketChannel channel = ServerSocketChannel.open();
                return new Found(channel, DescriptorSearch.find(channel, expected));
            };
            for (var future : threads.invokeAll(
                    IntStream.range(0, 200).mapToObj(i -> open).toList())) {
                channels.add(future.get().channel());
                numbers.add(future.get().number());
            }
        } finally {
            threads.shutdown();
            for (ServerSocketChannel channel : channels) {
                channel.close();
            }
        }
        assertThat(numbers).hasSize(200);
    }

    @Test
    void failsOnAClosedChannel() throws Exception {
        ServerSocketChannel channel = ServerSocketChannel.open();
        channel.close();

        assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> DescriptorSearch.find(channel, 0));
    }

    private record Found(ServerSocketChannel channel, int number) {}
}

package org.wec7emu.firewall.enforce.socket;

import java.io.File;
import java.io.IOException;
import java.net.SocketOption;
import java.nio.channels.NetworkChannel;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.net.ExtendedSocketOptions;
import org.wec7emu.firewall.enforce.EnforcementException;

/**
 * Finds the descriptor of a Java socket, of which the JDK doesn't tell.
 *
 * <p>The two keep-alive times mean nothing on a socket whose keep-alive isn't switched on, as on all of ours. They are set to values that no other
 * socket has, through Java; the descriptor on which the kernel then shows them is the one, and it must show the old values
 * too once they are restored.
 */
final class DescriptorSearch {
    private static final SocketOption<Integer> IDLE = ExtendedSocketOptions.TCP_KEEPIDLE;
    private static final SocketOption<Integer> INTERVAL = ExtendedSocketOptions.TCP_KEEPINTERVAL;
    /** The kernel takes 1 to 32,767 seconds. */
    private static final int LONGEST_SECONDS = 32_767;

    /** How many numbers other threads may have taken in between before all are looked at. */
    private static final int NEAR = 16;

    private static final File OPEN_DESCRIPTORS = new File("/proc/self/fd");

    private DescriptorSearch() {}

    /**
     * The number that the next descriptor of this process gets if no other thread is quicker, as the kernel gives out the
     * lowest that is free.
     *
     * @return -1 when it isn't known
     */
    static int expected() {
        int next = Libc.dup(0);
        if (next >= 0) {
            Libc.close(next);
        }
        return next;
    }

    /**
     * The descriptor of {@code channel}.
     *
     * @param expected where to look first, which in a process with many sockets saves looking at all of them
     * @throws IOException when the channel is closed, or its descriptor can't be found
     */
    static int find(NetworkChannel channel, int expected) throws IOException {
        Mark old = new Mark(channel.getOption(IDLE), channel.getOption(INTERVAL));
        Mark mark = Mark.random();
        OptionalInt found;
        try {
            mark.put(channel);
            found = search(mark, Math.max(expected, 0));
        } finally {
            old.put(channel);
        }
        return found.stream()
                .filter(old::isOn)
                .findFirst()
                .orElseThrow(() -> new EnforcementException("can't find the descriptor of a socket"));
    }

    private static OptionalInt search(Mark mark, int expected) {
        OptionalInt near =
                IntStream.range(expected, expected + NEAR).filter(mark::isOn).findFirst();
        return near.isPresent() ? near : openDescriptors().filter(mark::isOn).findFirst();
    }

    private static IntStream openDescriptors() {
        String[] names = OPEN_DESCRIPTORS.list();
        return Stream.of(names == null ? new String[0] : names).mapToInt(Integer::parseInt);
    }

    /** A pair of keep-alive times in seconds. */
    private record Mark(int idle, int interval) {
        static Mark random() {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            return new Mark(random.nextInt(LONGEST_SECONDS) + 1, random.nextInt(LONGEST_SECONDS) + 1);
        }

        void put(NetworkChannel channel) throws IOException {
            channel.setOption(IDLE, idle);
            channel.setOption(INTERVAL, interval);
        }

        boolean isOn(int descriptor) {
            return isOn(descriptor, Libc.TCP_KEEPIDLE, idle) && isOn(descriptor, Libc.TCP_KEEPINTVL, interval);
        }

        private static boolean isOn(int descriptor, int option, int seconds) {
            int[] value = new int[1];
            int answer = Libc.getsockopt(descriptor, Libc.IPPROTO_TCP, option, value, new int[] {Integer.BYTES});
            return answer == 0 && value[0] == seconds;
        }
    }
}

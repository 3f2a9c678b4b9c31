package org.wec7emu.benchmarks.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wec7emu.benchmarks.race.SessionLoad.Outcome;

/** The clients of the race. */
@Timeout(30)
class SessionLoadTests {
    private static final Login LOGIN = new Login("webguest", "1");
    private static final Duration TIME = Duration.ofMillis(100);

    private static InetSocketAddress freeAddress() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return (InetSocketAddress) free.getLocalSocketAddress();
        }
    }

    private static Outcome load(InetSocketAddress server, int clients, long bytes) throws IOException {
        SessionScript script = new SessionScript(server, LOGIN, Track.SMALL, bytes);
        return new SessionLoad(Addresses.ofThisProcess().clients(clients), script).run(TIME);
    }

    /** Ends with the JVM. */
    private static InetSocketAddress cannedResponder() throws IOException, InterruptedException {
        InetSocketAddress address = freeAddress();
        Thread serving = new Thread(() -> serve(address));
        serving.setDaemon(true);
        serving.start();
        for (boolean there = false; !there; ) {
            try (Socket probe = new Socket(address.getAddress(), address.getPort())) {
                there = probe.isConnected();
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
        return address;
    }

    private static void serve(InetSocketAddress address) {
        try {
            CannedResponder.main(new String[] {address.getHostString(), Integer.toString(address.getPort())});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyClientHasWholeSessions() throws Exception {
        Outcome outcome = load(cannedResponder(), 8, Track.SMALL_BYTES);

        assertThat(outcome.problem()).isEmpty();
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.sessions()).isGreaterThanOrEqualTo(8);
        assertThat(outcome.rate()).isPositive();
    }

    @Test
    void aFileOfAnotherLengthFailsTheSession() throws Exception {
        Outcome outcome = load(cannedResponder(), 1, Track.SMALL_BYTES + 1);

        assertThat(outcome.sessions()).isZero();
        assertThat(outcome.problem()).contains("RETR sent 1024 bytes, not 1025");
    }

    @Test
    void aServerThatIsNotThereFailsTheSession() throws IOException {
        Outcome outcome = load(freeAddress(), 1, Track.SMALL_BYTES);

        assertThat(outcome.sessions()).isZero();
        assertThat(outcome.problem()).contains("Connection refused");
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Outcome outcome = load((InetSocketAddress) silent.getLocalSocketAddress(), 2, Track.SMALL_BYTES);

            assertThat(List.of(outcome.sessions(), outcome.failed())).containsExactly(0, 2);
            assertThat(outcome.problem()).isEqualTo("at GREETING: the server is silent");
        }
    }
}

package org.wec7emu.measure.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wec7emu.measure.client.DataConnection.Ending;
import org.wec7emu.measure.client.DataConnection.Received;

class DataConnectionTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final Transcript transcript = new Transcript();

    @Test
    void receivesToTheEnd() throws IOException {
        assertThat(received(1000, client -> say(client, "a\r\nb"))).isEqualTo(new Received("a\r\nb", Ending.CLOSED));
    }

    @Test
    void receivesNoMoreThanItWants() throws IOException {
        assertThat(received(3, client -> say(client, "abcdef"))).isEqualTo(new Received("abc", Ending.ENOUGH));
    }

    @Test
    void tellsAReset() throws IOException {
        assertThat(received(1000, client -> client.setSoLinger(true, 0))).isEqualTo(new Received("", Ending.RESET));
    }

    @Test
    void tellsSilence() throws IOException {
        try (ServerScript server =
                        new ServerScript(client -> client.getInputStream().read());
                DataConnection data = DataConnection.open(server.endpoint(), MOMENT, transcript)) {
            assertThat(data.receive(10)).isEqualTo(new Received("", Ending.SILENCE));
        }
    }

    @Test
    void sendsAndEndsItsHalf() throws IOException {
        StringBuilder got = new StringBuilder();
        try (ServerScript server = new ServerScript(client ->
                        got.append(new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)));
                DataConnection data = DataConnection.open(server.endpoint(), PATIENCE, transcript)) {
            data.send("upload");
            data.endOutput();
            server.end();
        }
        assertThat(got.toString()).isEqualTo("upload");
    }

    @Test
    void takesTheServersConnectionAndKnowsItsPort() throws IOException {
        try (ActivePort port = ActivePort.open(InetAddress.getLoopbackAddress(), PATIENCE, transcript);
                Socket server =
                        new Socket(port.endpoint().getAddress(), port.endpoint().getPort());
                DataConnection data = port.accept().orElseThrow()) {
            assertThat(data.remote().getPort()).isEqualTo(server.getLocalPort());
            assertThat(port.portCommand())
                    .isEqualTo("PORT " + Endpoints.port(server.getInetAddress(), server.getPort()));
        }
    }

    @Test
    void tellsThatNobodyCame() throws IOException {
        try (ActivePort port = ActivePort.open(InetAddress.getLoopbackAddress(), MOMENT, transcript)) {
            assertThat(port.accept()).isEqualTo(Optional.empty());
        }
    }

    private Received received(int most, ServerScript.Script script) throws IOException {
        try (ServerScript server = new ServerScript(script);
                DataConnection data = DataConnection.open(server.endpoint(), PATIENCE, transcript)) {
            return data.receive(most);
        }
    }

    private static void say(Socket client, String bytes) throws IOException {
        client.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }
}

package org.wec7emu.measure.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.wec7emu.measure.client.Heard.End;
import org.wec7emu.measure.client.Heard.Reply;
import org.wec7emu.measure.client.Heard.Silence;
import org.wec7emu.measure.client.Transcript.Kind;

class ControlConnectionTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final Transcript transcript = new Transcript();

    @Test
    void keepsEachByteOfAReply() throws IOException {
        try (ServerScript server = new ServerScript(client -> {
                    say(client, "220 H\u00E4llo \t\0. \r\n");
                    client.getInputStream().read();
                });
                ControlConnection control = open(server)) {
            Reply greeting = (Reply) control.reply();

            assertThat(greeting.raw()).isEqualTo("220 H\u00E4llo \t\0. \r\n");
            assertThat(greeting.code()).isEqualTo(220);
            assertThat(greeting.text()).isEqualTo("H\u00E4llo \t\0. ");
            assertThat(greeting.bytes()[5]).isEqualTo((byte) 0xE4);
        }
    }

    @Test
    void takesAReplyOfSeveralLinesToItsLastOne() throws IOException {
        String reply = "211-Features:\r\n UTF8\r\n211-more\r\n220 no end\r\n211 End\r\n";
        try (ServerScript server = new ServerScript(client -> {
                    say(client, reply + "200 Next.\r\n");
                    client.getInputStream().read();
                });
                ControlConnection control = open(server)) {
            Reply first = (Reply) control.reply();
            Reply second = (Reply) control.reply();

            assertThat(first.raw()).isEqualTo(reply);
            assertThat(first.lines()).hasSize(5);
            assertThat(second.raw()).isEqualTo("200 Next.\r\n");
            assertThat(second.begun()).isGreaterThanOrEqualTo(first.begun());
        }
    }

    @Test
    void takesALineWithoutCodeForAReplyOfItsOwn() throws IOException {
        try (ServerScript server = new ServerScript(client -> {
                    say(client, "SSH-2.0-x\r\n");
                    client.getInputStream().read();
                });
                ControlConnection control = open(server)) {
            Reply line = (Reply) control.reply();

            assertThat(line.code()).isZero();
            assertThat(line.text()).isEqualTo("SSH-2.0-x");
        }
    }

    @Test
    void tellsSilenceAndKeepsWhatCameBefore() throws IOException {
        CountDownLatch goOn = new CountDownLatch(1);
        try (ServerScript server = new ServerScript(client -> {
                    say(client, "22");
                    await(goOn);
                    say(client, "0 Ready.\r\n");
                    client.getInputStream().read();
                });
                ControlConnection control = open(server)) {
            Heard before = control.reply(MOMENT);
            goOn.countDown();
            Reply then = (Reply) control.reply();

            assertThat(before).isInstanceOf(Silence.class);
            assertThat(then.raw()).isEqualTo("220 Ready.\r\n");
        }
    }

    @Test
    void tellsTheEndFromAReset() throws IOException {
        try (ServerScript closing = new ServerScript(client -> {});
                ControlConnection control = open(closing)) {
            assertThat(((End) control.reply()).reset()).isFalse();
        }
        try (ServerScript resetting = new ServerScript(client -> client.setSoLinger(true, 0));
                ControlConnection control = open(resetting)) {
            assertThat(((End) control.reply()).reset()).isTrue();
        }
    }

    @Test
    void sendsAnyBytes() throws IOException {
        StringBuilder got = new StringBuilder();
        try (ServerScript server = new ServerScript(client -> {
            for (int next = client.getInputStream().read();
                    next >= 0;
                    next = client.getInputStream().read()) {
                got.append((char) next);
            }
        })) {
            try (ControlConnection control = open(server)) {
                control.send("CWD \u00E4");
                control.sendBytes("\u00FF\u00F4\u00FF\u00F2NOOP\n");
            }
            server.end();
        }
        assertThat(got.toString()).isEqualTo("CWD \u00E4\r\n\u00FF\u00F4\u00FF\u00F2NOOP\n");
    }

    @Test
    void showsNoPasswordInTheTranscript() throws IOException {
        try (ServerScript server =
                        new ServerScript(client -> client.getInputStream().readNBytes("PASS secret\r\n".length()));
                ControlConnection control = open(server)) {
            control.sendSecret("PASS secret", "PASS ***");
            server.end();
        }
        assertThat(transcript.text()).contains("> PASS ***\\r\\n").doesNotContain("secret");
        assertThat(transcript.sent()).containsExactly("PASS ***");
    }

    @Test
    void givesUpOnAReplyWithoutEnd() throws IOException {
        try (ServerScript server = new ServerScript(client -> {
                    say(client, "220-" + "x".repeat(ControlConnection.LONGEST_REPLY));
                    client.getInputStream().read();
                });
                ControlConnection control = open(server)) {
            assertThatThrownBy(control::reply).hasMessageContaining("without the end of a reply");
        }
    }

    @Test
    void stopsWaitingWhenInterrupted() throws IOException {
        try (ServerScript server =
                        new ServerScript(client -> client.getInputStream().read());
                ControlConnection control = open(server)) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(control::reply).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void hasAllInTheTranscript() throws IOException {
        try (ServerScript server = new ServerScript(client -> {
                    say(client, "220 Ready.\r\n");
                    client.getInputStream().readNBytes("NOOP\r\n".length());
                });
                ControlConnection control = open(server)) {
            control.reply();
            control.ask("NOOP");
        }
        assertThat(transcript.entries())
                .extracting(Transcript.Entry::kind)
                .containsExactly(Kind.NOTE, Kind.RECEIVED, Kind.SENT, Kind.NOTE);
        assertThat(transcript.text()).matches("(?s)( +\\d+\\.\\d{3}   1 [*<>] [^\n]+\n){4}");
    }

    private ControlConnection open(ServerScript server) throws IOException {
        return ControlConnection.open(server.endpoint(), PATIENCE, transcript);
    }

    private static void say(Socket client, String bytes) throws IOException {
        client.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}

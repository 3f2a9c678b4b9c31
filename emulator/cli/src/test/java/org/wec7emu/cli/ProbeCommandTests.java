package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.device.Device;
import org.wec7emu.device.PortOffset;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.choice.Enforcers;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;

/** probe, of an emulated device. */
class ProbeCommandTests {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/probe");

    private static Device device;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException, ProfileException, EnforcementException {
        device = Device.builder(ProfileCatalog.bundled().find("CX8100_WEC7_LF_v604h"))
                .portOffset(PortOffset.ANY_FREE)
                .enforcer(Enforcers.named(EnforcementLevel.BACKLOG))
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        device.close();
    }

    private static CommandLineRun probe(String... options) {
        List<String> all = new ArrayList<>(List.of(
                "probe",
                "ftp://127.0.0.1:" + device.port(),
                "--port-offset",
                Integer.toString(device.ports().offset())));
        all.addAll(Arrays.asList(options));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    @Test
    void writesAProfileThatIsValidAndTheTranscriptBesideIt() throws IOException {
        Path profile = folder.resolve("ours.yaml");
        CommandLineRun run = probe("--out", profile.toString(), "--timeout", "2s");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith(profile + ", and all that was said in " + folder.resolve("ours.transcript.txt"))
                .contains("Most like ", "values stayed unknown");
        assertThat(CommandLineRun.of("validate", profile.toString()).exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("ours.transcript.txt")))
                .contains("< 220 Service ready for new user.\\r\\n", "> PASS ***\\r\\n");
        assertThat(CommandLineRun.of("show", profile.toString()).out())
                .containsPattern("ftp\\.blanks +kept +observed +own-probe");
        assertThat(run.err()).contains("[1/", "the greeting, and what is answered before login");
    }

    @Test
    void printsTheProfileWhereThereIsNoFile() {
        CommandLineRun run = probe("--name", "Ours", "--base", "CX8100_WEC7_LF_v604h", "--timeout", "2s");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "extends: CX8100_WEC7_LF_v604h_TC31_B4022.20",
                        "name: {value: Ours,",
                        "before-login: unknown-told");
        assertThat(run.err()).contains("Most like CX8100_WEC7_LF_v604h_TC31_B4022.20: ");
    }

    @Test
    void printsJson() throws IOException {
        CommandLineRun run = probe("--json", "--timeout", "2s");
        List<String> fields = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(run.out())) {
            while (json.nextToken() != null) {
                if (json.currentName() != null && !fields.contains(json.currentName())) {
                    fields.add(json.currentName());
                }
            }
        }

        assertThat(run.exitCode()).isZero();
        assertThat(fields)
                .containsExactly(
                        "server",
                        "name",
                        "values",
                        "path",
                        "value",
                        "grade",
                        "note",
                        "unknown",
                        "because",
                        "remarks",
                        "about",
                        "text",
                        "images",
                        "image",
                        "equal",
                        "of",
                        "otherwise");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "all"})
    void aDryRunPrintsAllThatWouldBeSent(String which) throws IOException {
        String[] command = Stream.concat(
                        Stream.of("probe", "ftp://127.0.0.1", "--dry-run"),
                        which.equals("all") ? Stream.of("--write", "/scratch", "--slow") : Stream.empty())
                .toArray(String[]::new);
        CommandLineRun run = CommandLineRun.of(command);
        Path file = GOLDEN.resolve(which + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, run.out());
        }

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualToNormalizingNewlines(Files.readString(file));
    }

    @Test
    void aDryRunSendsNothing() throws IOException {
        int before = device.journal().events().size();
        CommandLineRun run = probe("--dry-run", "--write", "/", "--slow");

        assertThat(run.out()).contains("> STOR {name}", "At most ");
        assertThat(device.journal().events()).hasSize(before);
    }

    @Test
    void tellsWhoWasRefused() throws IOException {
        CommandLineRun run = probe("--user", "nobody", "--timeout", "2s");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("no user was let in, of: nobody; the last answer was 530 Not logged in.; give one in")
                .doesNotContain("Exception");
    }

    @Test
    void tellsThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        CommandLineRun run = CommandLineRun.of("probe", "ftp://127.0.0.1:" + port);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("wec7emu: 127.0.0.1:" + port
                        + " refuses the connection: nothing listens there; is the FTP server on");
    }

    @Test
    void tellsThatADeviceOutOfTheBoxIsSilent() throws IOException, ProfileException, EnforcementException {
        try (Device silent = Device.builder(ProfileCatalog.bundled().find("CX8100_WEC7_LF_v604h"))
                .state("factory")
                .portOffset(PortOffset.ANY_FREE)
                .enforcer(Enforcers.named(EnforcementLevel.BACKLOG))
                .start()) {
            CommandLineRun run = CommandLineRun.of("probe", "ftp://127.0.0.1:" + silent.port(), "--timeout", "500ms");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .contains("doesn't answer; is it switched on, and does its firewall let this port in?");
        }
    }

    @Test
    void tellsThatItIsNoFtpServer() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> greetAll(other), "no-ftp-server");
            thread.setDaemon(true);
            thread.start();
            CommandLineRun run =
                    CommandLineRun.of("probe", "ftp://127.0.0.1:" + other.getLocalPort(), "--timeout", "200ms");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("answers, but not as an FTP server does: SSH-2.0-Other");
        }
    }

    private static void greetAll(ServerSocket server) {
        try {
            while (true) {
                try (Socket client = server.accept()) {
                    client.getOutputStream().write("SSH-2.0-Other\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException e) {
            // closed
        }
    }
}

package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.choice.Enforcers;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.profile.DeviceProfile;

/** Whatever path a client names, with whatever verb: nothing above its root is read, changed, made or named. */
class NoWayOutTests {
    private static final int COMMANDS = 400;
    private static final List<String> VERBS = List.of(
            "CWD", "XCWD", "LIST", "NLST", "RETR", "STOR", "DELE", "RNFR", "RNTO", "MKD", "XMKD", "RMD", "XRMD");
    private static final List<Integer> ANSWERS = List.of(150, 250, 257, 350, 500, 501, 503, 550);
    private static final String SECRET = "the secret of another";
    /** A name that no client asks for. */
    private static final String BESIDE = "beside.bin";

    private static final String SECTIONS = """
            ftp:
              data-wait: 2 s
              virtual-roots: [{name: Music, path: '\\Hard Disk\\TwinCAT'}]
              accounts:
                - {user: webguest, password: "1"}
                - {user: homely, password: "1", home: '\\Hard Disk\\ftp\\sub'}
            """;

    @TempDir
    private Path host;

    private Path root;
    private Path outside;

    @BeforeEach
    void fill() throws IOException {
        root = Files.createDirectories(host.resolve("root"));
        outside = Files.createDirectories(host.resolve("outside"));
        Files.writeString(host.resolve("secret.txt"), SECRET);
        Files.writeString(outside.resolve("secret.txt"), SECRET);
        Files.writeString(outside.resolve(BESIDE), "");
        furnish();
    }

    /** Puts into the root whatever a client has removed of it. */
    private void furnish() throws IOException {
        Files.createDirectories(root.resolve("sub/deeper"));
        Files.writeString(root.resolve("a.txt"), "in the root");
        for (Path directory : List.of(root, root.resolve("sub"))) {
            link(directory.resolve("link"), outside.resolve("secret.txt"));
            link(directory.resolve("folder"), outside);
            link(directory.resolve("loop"), Path.of("loop"));
        }
    }

    private static void link(Path link, Path target) throws IOException {
        if (Files.notExists(link, LinkOption.NOFOLLOW_LINKS)) {
            Files.createSymbolicLink(link, target);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void randomPathsUnderEveryVerb(int seed) throws Exception {
        Random random = new Random(seed);
        boolean homely = seed % 2 == 0;
        Path own = homely ? root.resolve("sub") : root;
        Map<String, String> before = contentOutside(own);
        Set<String> codes = new TreeSet<>();
        try (Device device = started();
                RawClient client = RawClient.loggedIn(device, homely ? "homely" : "webguest", "1");
                ServerSocket listener = client.listen()) {
            for (int i = 0; i < COMMANDS; i++) {
                String command = VERBS.get(random.nextInt(VERBS.size())) + " " + HostilePaths.next(random);
                if (i % 20 == 0) {
                    furnish();
                }
                String answer = tried(client, listener, command);
                codes.add(answer.substring(Math.max(0, answer.lastIndexOf('\n')))
                        .strip()
                        .substring(0, 3));
                assertThat(answer).as(command).doesNotContain(SECRET, BESIDE);
                assertThat(client.command("PWD"))
                        .as(command)
                        .startsWith("257 \"/")
                        .doesNotContain("..");
            }
        }
        assertThat(contentOutside(own)).isEqualTo(before);
        assertThat(codes).contains("226", "250", "257", "550");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CWD", "XCWD", "LIST", "NLST", "RETR", "STOR", "DELE", "RNFR", "RNTO", "MKD", "RMD", "SIZE", "MDTM"
            })
    void knownWaysOut(String verb) throws Exception {
        Map<String, String> before = contentOutside(root);
        try (Device device = started();
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            for (String path : HostilePaths.known()) {
                furnish();
                if (verb.equals("RNTO")) {
                    client.command("RNFR a.txt");
                }
                String answer = tried(client, listener, verb + " " + path);
                assertThat(answer).as(path).doesNotContain(SECRET, BESIDE);
                String reached = client.command("PWD");
                assertThat(reached).as(path).startsWith("257 \"/");
                assertThat(reached.split("[/\\\\\"]")).as(path).doesNotContain("..", "outside");
                client.command("CWD /");
            }
        }
        assertThat(contentOutside(root)).isEqualTo(before);
    }

    @Test
    void aLinkMadeWhileASessionStandsInItsPlace() throws Exception {
        try (Device device = started();
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            client.command("CWD sub/deeper");
            Files.delete(root.resolve("sub/deeper"));
            Files.createSymbolicLink(root.resolve("sub/deeper"), outside);

            for (String command : new String[] {
                "RETR secret.txt",
                "LIST",
                "NLST",
                "STOR new.txt",
                "DELE secret.txt",
                "RNFR secret.txt",
                "MKD d",
                "CWD ."
            }) {
                assertThat(tried(client, listener, command)).as(command).startsWith("550 ");
            }
            assertThat(outside).isDirectoryContaining("glob:**/secret.txt");
            assertThat(client.command("CDUP")).startsWith("250 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOR", "RETR"})
    void aLinkMadeBetweenTheReplyAndTheData(String verb) throws Exception {
        try (Device device = started();
                RawClient client = RawClient.loggedIn(device)) {
            InetSocketAddress endpoint = client.passive();
            client.send(verb + " a.txt\r\n");
            assertThat(device.journal()
                            .await(CommandReceived.class, event -> event.verb().equals(verb), Devices.LIMIT))
                    .isPresent();
            Files.delete(root.resolve("a.txt"));
            Files.createSymbolicLink(root.resolve("a.txt"), outside.resolve("secret.txt"));
            try (Socket data = RawClient.connected(endpoint)) {
                String reply = client.reply(); // 550 where the link came before the file was looked up
                assertThat(reply).matches("(125|550) .*");
                if (verb.equals("STOR")) {
                    data.getOutputStream().write("x".getBytes(StandardCharsets.US_ASCII));
                } else if (reply.startsWith("125 ")) {
                    assertThat(data.getInputStream().readAllBytes()).isEmpty();
                }
            }
            assertThat(outside.resolve("secret.txt")).hasContent(SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON", "NUL", "COM1", "CON.txt", "LPT9.dat", "$device", "aux"})
    void theNameOfADosDeviceIsAFilesAsAnyOther(String name) throws Exception {
        try (Device device = started();
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.command("RETR " + name)).startsWith("550 ");
            client.store(name, "x");
            assertThat(root.resolve(name)).hasContent("x");
            assertThat(client.receive("RETR " + name)).isEqualTo("x");
            assertThat(client.command("DELE " + name)).startsWith("250 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON", "nul", "Com1.txt", "LPT9.dat", "aux.tar.gz"})
    void orItIsNobodys(String name) throws Exception {
        DeviceProfile profile = Devices.with(SECTIONS + "storage: {dos-device-names: refused}\n");
        Files.writeString(root.resolve(name), "of the host");
        try (Device device = started(profile);
                RawClient client = RawClient.loggedIn(device)) {
            for (String verb : new String[] {"RETR", "STOR", "DELE", "RNFR", "MKD", "CWD"}) {
                assertThat(client.command(verb + " " + name)).as(verb).startsWith("550 ");
            }
            assertThat(client.receive("NLST")).doesNotContain(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"COM1:", "CON:", "\\$device\\COM1", "LPT1:/a", "C:\\a.txt", "a.txt::$DATA"})
    void aNameWithTheSignsOfADeviceIsNoFiles(String name) throws Exception {
        try (Device device = started();
                RawClient client = RawClient.loggedIn(device)) {
            for (String verb : new String[] {"RETR", "STOR", "DELE", "RNFR", "MKD", "CWD", "RMD", "LIST", "NLST"}) {
                if (!verb.equals("MKD") || name.contains(":")) {
                    assertThat(client.command(verb + " " + name)).as(verb).startsWith("550 ");
                }
            }
        }
    }

    private Device started() throws IOException {
        return started(Devices.with(SECTIONS));
    }

    private Device started(DeviceProfile profile) throws IOException {
        return Device.builder(profile)
                .portOffset(PortOffset.ANY_FREE)
                .enforcer(Enforcers.named(EnforcementLevel.BACKLOG))
                .firewall(profile.firewall().withEnabled(false))
                .root(root)
                .start();
    }

    /** All that a command brings: its reply, and what comes over the data connection. */
    private static String tried(RawClient client, ServerSocket listener, String command) throws IOException {
        if (!command.startsWith("RNTO")) {
            client.port(listener);
        }
        String reply = client.command(command);
        assertThat(ANSWERS).as(command + ": " + reply).contains(Integer.parseInt(reply.substring(0, 3)));
        if (!reply.startsWith("150 ")) {
            return reply;
        }
        try (Socket data = RawClient.accepted(listener)) {
            if (command.startsWith("STOR")) {
                data.getOutputStream().write("uploaded".getBytes(StandardCharsets.US_ASCII));
                data.shutdownOutput();
            }
            String content = new String(data.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return content + client.reply();
        }
    }

    /** All that lies beside a user's directory, by name. */
    private Map<String, String> contentOutside(Path own) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(host)) {
            for (Path path : all.filter(path -> !path.startsWith(own)).toList()) {
                boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
                content.put(path.toString(), file ? Files.readString(path) : "");
            }
        }
        return content;
    }
}

package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.profile.DeviceProfile;

/** A card that has no room for what clients send. */
class FullCardTests {
    private static final String FULL = "452 Requested action not taken. Insufficient storage space in system.";
    private static final String DONE = "226 Closing data connection.";
    private static final int SIZE = 100_000;

    @TempDir
    private Path host;

    @Test
    void whatFitsExactlyIsKeptAndOneByteMoreIsRefused() throws Exception {
        try (Device device = Devices.started(card("undone"));
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(upload(client, "a.bin", SIZE - 10)).isEqualTo(DONE);
            assertThat(upload(client, "b.bin", 11)).isEqualTo(FULL);
            assertThat(device.ftpRoot().resolve("b.bin")).doesNotExist();
            assertThat(upload(client, "b.bin", 10)).isEqualTo(DONE);
            assertThat(upload(client, "empty.bin", 0)).isEqualTo(DONE);
            assertThat(device.ftpRoot().resolve("a.bin")).hasSize(SIZE - 10);
        }
    }

    @Test
    void aFileThatCanNotBeReplacedStaysAsItWas() throws Exception {
        try (Device device = Devices.started(card("undone"));
                RawClient client = RawClient.loggedIn(device)) {
            client.store("recipe.txt", "precious");
            client.store("other.txt", "other");
            assertThat(upload(client, "recipe.txt", SIZE)).isEqualTo(FULL);
            assertThat(client.receive("RETR recipe.txt")).isEqualTo("precious");
            assertThat(client.receive("RETR other.txt")).isEqualTo("other");
        }
    }

    @Test
    void orItIsHalfWrittenWhereTheProfileSaysSo() throws Exception {
        try (Device device = Devices.started(card("half-written"));
                RawClient client = RawClient.loggedIn(device)) {
            client.store("recipe.txt", "precious");
            client.store("other.txt", "other");
            assertThat(upload(client, "recipe.txt", SIZE)).isEqualTo(FULL);
            assertThat(device.ftpRoot().resolve("recipe.txt")).hasSize(SIZE - 5);
            assertThat(client.receive("RETR other.txt")).isEqualTo("other");
            assertThat(client.command("NOOP")).startsWith("200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"undone", "half-written"})
    void aFileMakesRoomForTheOneThatReplacesIt(String fullCard) throws Exception {
        try (Device device = Devices.started(card(fullCard));
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(upload(client, "a.bin", SIZE - 10)).isEqualTo(DONE);
            assertThat(upload(client, "A.BIN", SIZE)).isEqualTo(DONE);
            assertThat(device.ftpRoot().resolve("a.bin")).hasSize(SIZE);
            assertThat(upload(client, "a.bin", 1)).isEqualTo(DONE);
            assertThat(upload(client, "b.bin", SIZE - 1)).isEqualTo(DONE);
        }
    }

    @Test
    void whatIsDeletedIsFreeAgain() throws Exception {
        try (Device device = Devices.started(card("undone"));
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(upload(client, "a.bin", SIZE)).isEqualTo(DONE);
            assertThat(upload(client, "b.bin", SIZE)).isEqualTo(FULL);
            client.command("DELE a.bin");
            assertThat(upload(client, "b.bin", SIZE)).isEqualTo(DONE);
        }
    }

    @Test
    void whatTheHostPutsOrRemovesCounts() throws Exception {
        Files.write(host.resolve("there.bin"), new byte[SIZE / 2]);
        try (Device device = Device.builder(card("undone"))
                        .portOffset(PortOffset.ANY_FREE)
                        .root(host)
                        .start();
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(upload(client, "a.bin", SIZE)).isEqualTo(FULL);
            Files.delete(host.resolve("there.bin"));
            assertThat(upload(client, "a.bin", SIZE)).isEqualTo(DONE);
            assertThat(host).isDirectoryContaining("glob:**/a.bin");
        }
    }

    @Test
    void theRamHasRoomOfItsOwn() throws Exception {
        try (Device device = Devices.started(card("undone"));
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(upload(client, "a.bin", SIZE)).isEqualTo(DONE);
            assertThat(upload(client, "Ram/b.bin", SIZE)).isEqualTo(DONE);
            client.command("RNFR Ram/b.bin");
            assertThat(client.command("RNTO b.bin")).startsWith("550 ");
            client.command("DELE a.bin");
            client.command("RNFR Ram/b.bin");
            assertThat(client.command("RNTO b.bin")).startsWith("250 ");
            assertThat(upload(client, "a.bin", 1)).isEqualTo(FULL);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"undone", "half-written"})
    void uploadsAtATimeShareWhatIsFree(String fullCard) throws Exception {
        int clients = 5;
        try (Device device = Devices.started(card(fullCard))) {
            List<RawClient> sessions = new ArrayList<>();
            List<Socket> data = new ArrayList<>();
            try {
                for (int i = 0; i < clients; i++) {
                    RawClient client = RawClient.loggedIn(device);
                    sessions.add(client);
                    data.add(opened(client, i + ".bin"));
                }
                byte[] piece = new byte[SIZE / 10];
                for (int round = 0; round < 5; round++) {
                    for (Socket socket : data) {
                        send(socket, piece);
                    }
                }
                for (Socket socket : data) {
                    socket.close();
                }
                List<String> replies = new ArrayList<>();
                for (RawClient client : sessions) {
                    replies.add(client.reply());
                }
                assertThat(replies).contains(FULL).containsAnyOf(FULL, DONE);
                assertThat(sizes(device.ftpRoot()))
                        .isLessThanOrEqualTo(SIZE)
                        .isGreaterThanOrEqualTo(
                                replies.stream().filter(DONE::equals).count() * SIZE / 2);
            } finally {
                for (RawClient client : sessions) {
                    client.close();
                }
            }
        }
    }

    @Test
    void aPowerCutLeavesAnUploadHalfWritten() throws Exception {
        try (Device device = Devices.started(card("undone"))) {
            try (RawClient client = RawClient.loggedIn(device)) {
                client.store("a.txt", "old");
                try (Socket data = opened(client, "new.txt")) {
                    data.getOutputStream().write("half".getBytes(StandardCharsets.US_ASCII));
                    assertThat(Devices.comesTrue(() ->
                                    device.ftpRoot().resolve("new.txt").toFile().length() == 4))
                            .isTrue();
                    device.powerCut();
                }
            }
            try (RawClient client = RawClient.loggedIn(device)) {
                assertThat(client.receive("RETR new.txt")).isEqualTo("half");
                assertThat(client.receive("RETR a.txt")).isEqualTo("old");
            }
        }
    }

    @Test
    void aPowerCutLeavesAnUploadInPlaceOfTheFileThatItWasToReplace() throws Exception {
        try (Device device = Devices.started(card("undone"))) {
            try (RawClient client = RawClient.loggedIn(device)) {
                client.store("a.txt", "the old one");
                try (Socket data = opened(client, "a.txt")) {
                    data.getOutputStream().write("half".getBytes(StandardCharsets.US_ASCII));
                    Path aside = device.ftpRoot().resolve("../../../spool/1");
                    assertThat(Devices.comesTrue(() -> aside.toFile().length() == 4))
                            .isTrue();
                    assertThat(device.ftpRoot().resolve("a.txt")).hasContent("the old one");
                    device.powerCut();
                }
            }
            try (RawClient client = RawClient.loggedIn(device)) {
                assertThat(client.receive("RETR a.txt")).isEqualTo("half");
            }
        }
    }

    private static DeviceProfile card(String fullCard) {
        return Devices.with("ftp: {virtual-roots: [{name: Ram, path: '\\Temp'}]}\nstorage: {card-size: " + SIZE
                + " B, full-card: " + fullCard + "}\n");
    }

    /** Sends a file of that size and returns the final reply. */
    private static String upload(RawClient client, String name, int size) throws IOException {
        try (Socket data = opened(client, name)) {
            send(data, new byte[size]);
        }
        return client.reply();
    }

    /** Begins an active upload. */
    private static Socket opened(RawClient client, String name) throws IOException {
        try (ServerSocket listener = client.listen()) {
            client.port(listener);
            assertThat(client.command("STOR " + name)).startsWith("150 ");
            return RawClient.accepted(listener);
        }
    }

    private static void send(Socket data, byte[] bytes) throws IOException {
        try {
            data.getOutputStream().write(bytes);
        } catch (SocketException e) {
            // the device takes no more
        }
    }

    private static long sizes(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}

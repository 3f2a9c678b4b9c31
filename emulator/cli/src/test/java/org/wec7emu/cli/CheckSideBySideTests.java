package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several images are checked at a time, and reported in the order asked for. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class CheckSideBySideTests {
    private static final String FIRST = CommandLineRun.V604H;
    private static final String SECOND = CommandLineRun.BASELINE;

    @TempDir
    private Path folder;

    /** Where clients meet: each says its image, and is let go when all are there, the later image first. */
    private static final class Rendezvous implements AutoCloseable {
        private final ServerSocket door;
        private final CompletableFuture<Integer> met;

        Rendezvous(int clients) throws IOException {
            door = new ServerSocket(0, clients, InetAddress.getLoopbackAddress());
            met = CompletableFuture.supplyAsync(() -> await(clients));
        }

        private int await(int clients) {
            Map<String, Socket> there = new TreeMap<>();
            try {
                while (there.size() < clients) {
                    Socket client = door.accept();
                    there.put(line(client), client);
                }
                for (String image : new String[] {SECOND, FIRST}) {
                    Socket client = there.get(image);
                    client.close();
                }
                return there.size();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String line(Socket client) throws IOException {
            return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }

        /** A client that comes here and prints what its image is. */
        String[] client(String... before) {
            String script = "exec 3<>/dev/tcp/127.0.0.1/" + door.getLocalPort()
                    + "; echo {image} >&3; cat <&3; echo ran with $WEC7_IMAGE";
            String[] all = Arrays.copyOf(before, before.length + 4);
            all[before.length] = "--";
            all[before.length + 1] = "bash";
            all[before.length + 2] = "-c";
            all[before.length + 3] = script;
            return all;
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    @Test
    void clients_run_at_the_same_time_and_are_told_in_order() throws Exception {
        try (Rendezvous rendezvous = new Rendezvous(2)) {
            CommandLineRun run =
                    CommandLineRun.of(rendezvous.client("check", FIRST, SECOND, "--parallel", "2", "--timeout", "40s"));

            assertThat(rendezvous.met.get(1, TimeUnit.SECONDS)).isEqualTo(2);
            assertThat(run.out().lines().filter(line -> !line.startsWith(" ")).toList())
                    .startsWith(
                            FIRST + ": NO_CONNECTION",
                            "",
                            SECOND + ": NO_CONNECTION",
                            "",
                            "IMAGE                               VERDICT        SECONDS  LOST");
            assertThat(run.out()).containsSubsequence("| ran with " + FIRST, "| ran with " + SECOND);
        }
    }

    @Test
    void one_at_a_time_the_first_waits_for_the_second_in_vain() throws Exception {
        try (Rendezvous rendezvous = new Rendezvous(2)) {
            CommandLineRun run =
                    CommandLineRun.of(rendezvous.client("check", FIRST, SECOND, "--parallel", "1", "--timeout", "2s"));

            assertThat(run.out()).contains("ended from outside after 2.0 s").doesNotContain("| ran with " + FIRST);
        }
    }

    @Test
    void devices_that_would_share_their_files_are_checked_one_by_one() {
        CommandLineRun told =
                CommandLineRun.of("check", FIRST, SECOND, "--root", folder.toString(), "--parallel", "2", "--", "true");
        CommandLineRun untold =
                CommandLineRun.of("check", FIRST, SECOND, "--root", folder.toString(), "--quiet", "--", "true");

        assertThat(told.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(told.err())
                .isEqualTo(
                        "wec7emu: --parallel 2: with --root the devices would share their files; leave it out, and they"
                                + " are checked one by one" + System.lineSeparator());
        assertThat(untold.out()).contains(SECOND + ": NO_CONNECTION");
    }

    @Test
    void a_client_that_cant_be_started_ends_all_with_one_line() {
        CommandLineRun run = CommandLineRun.of("check", FIRST, SECOND, "--parallel", "2", "--", folder + "/no-client");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err().lines()).hasSize(1).first().asString().contains("no-client can't be started");
    }

    @Test
    void how_many_at_a_time_is_a_number() {
        assertThat(CommandLineRun.of("check", FIRST, "--parallel", "0", "--", "true")
                        .err())
                .startsWith("wec7emu: --parallel 0: it takes a number from 1 to 9999");
    }
}

package org.wec7emu.check.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wec7emu.check.ClientEnd;

/** A client's processes. */
@Timeout(30)
class ProcessTreeTests {
    private static final Duration PERIOD = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(500);

    private static ClientProcess shell(String script) throws Exception {
        return ClientProcess.start(List.of("sh", "-c", script), Map.of("WEC7_HOST", "127.0.0.9"));
    }

    @Test
    void tells_exit_code_and_output_of_both_kinds() throws Exception {
        try (ClientProcess client = shell("echo $WEC7_HOST; echo bad >&2; exit 7")) {
            assertThat(client.await(LONG, PERIOD, running -> true)).isEqualTo(new ClientEnd.Exited(7));
            assertThat(client.output()).isEqualTo("127.0.0.9\nbad\n");
        }
    }

    @Test
    void a_client_that_reads_finds_nothing() throws Exception {
        try (ClientProcess client = shell("cat; exit 3")) {
            assertThat(client.await(LONG, PERIOD, running -> true)).isEqualTo(new ClientEnd.Exited(3));
        }
    }

    @Test
    void a_client_that_prints_without_end_keeps_running_and_its_end_is_kept() throws Exception {
        try (ClientProcess client = shell("yes x | head -c 3000000; echo done")) {
            assertThat(client.await(LONG, PERIOD, running -> true)).isEqualTo(new ClientEnd.Exited(0));
            assertThat(client.output())
                    .hasSizeLessThanOrEqualTo(OutputTail.KEPT)
                    .endsWith("done\n");
        }
    }

    @Test
    void nothing_is_left_of_one_that_hangs_though_some_of_it_made_itself_independent() throws Exception {
        ClientProcess client = shell("sleep 600 & echo pid=$!; (setsid sleep 600 & echo pid=$!); sleep 600");

        assertThat(client.await(SHORT, PERIOD, running -> true)).isEqualTo(new ClientEnd.TimedOut(SHORT));
        client.close();

        Matcher pids = Pattern.compile("pid=(\\d+)").matcher(client.output());
        assertThat(pids.results()
                        .map(found -> ProcessHandle.of(Long.parseLong(found.group(1))))
                        .map(process -> process.map(ProcessTree::isRunning).orElse(false)))
                .containsExactly(false, false);
    }

    @RepeatedTest(20)
    void nothing_is_left_of_one_that_ends_and_leaves_something_behind() throws Exception {
        ClientProcess client = shell("setsid sleep 600 >/dev/null 2>&1 & echo pid=$!");
        assertThat(client.await(LONG, PERIOD, running -> true)).isEqualTo(new ClientEnd.Exited(0));

        client.close();

        long pid = Long.parseLong(client.output().strip().substring("pid=".length()));
        assertThat(ProcessHandle.of(pid).map(ProcessTree::isRunning).orElse(false))
                .isFalse();
    }
}

package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** README's section on comparing shows what is really printed, and what all images do. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReadmeCompareTests {
    /** Said on standard error where it takes longer than on a quick machine. */
    private static final String PROGRESS = "comparing for ";

    /** Many devices are started and asked. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    @TempDir
    Path home;

    private List<String> printed(String command, int exitCode) throws Exception {
        String program = Readme.program(home);
        List<String> shell = List.of("sh", "-c", command.replaceFirst("^\\./wec7emu", program));
        ClientRun run = ClientRun.of(new Invocation(shell, ""), home, LIMIT);

        assertThat(run.exitCode()).as(run.output()).isEqualTo(exitCode);
        return run.output().lines().filter(line -> !line.startsWith(PROGRESS)).toList();
    }

    /** Of a long example README leaves out what stands between three points. */
    private void assertPrintsAsShown(String beginning) throws Exception {
        Readme.Example example = Readme.example(beginning);
        List<String> shown = example.output();
        List<String> printed = printed(example.command(), 1);

        int gap = shown.indexOf("...");
        if (gap < 0) {
            assertThat(printed).isEqualTo(shown);
            return;
        }
        int rest = shown.size() - gap - 1;
        assertThat(Stream.concat(
                        printed.subList(0, gap).stream(),
                        printed.subList(printed.size() - rest, printed.size()).stream()))
                .containsExactlyElementsOf(
                        shown.stream().filter(line -> !line.equals("...")).toList());
    }

    @Test
    void two_images_differ_as_shown() throws Exception {
        assertPrintsAsShown("./wec7emu compare CX8100_WEC7_LF_pre-v604h CX8100_WEC7_LF_v604h");
    }

    @Test
    void two_states_differ_as_shown() throws Exception {
        assertPrintsAsShown("./wec7emu compare CX8100_WEC7_LF_v604h --state");
    }

    @Test
    void all_images_do_as_the_table_says() throws Exception {
        Readme.assertGenerated("catalogue", printed("./wec7emu compare --all", 0), UnaryOperator.identity());
    }
}

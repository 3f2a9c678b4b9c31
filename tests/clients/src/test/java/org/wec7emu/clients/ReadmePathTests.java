package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's section on the path between client and device shows what is really printed. */
class ReadmePathTests {
    @TempDir
    Path home;

    @Test
    void a_client_behind_a_nat_waits_and_the_terminal_says_why() throws Exception {
        RealClient.CURL.assumeInstalled();
        Readme.Example run = Readme.example("./wec7emu run CX8100_WEC7_LF_v604h --path");
        List<String> arguments = new ArrayList<>(List.of(run.command().split(" ")));
        arguments.remove(0);
        arguments.addAll(List.of("--port-offset", "any"));
        try (Launcher device = Launcher.start(arguments)) {
            List<String> banner = device.linesUpTo("Ctrl-C ends it."::equals);
            assertThat(banner)
                    .containsAll(run.output().stream()
                            .filter(line -> !line.equals("..."))
                            .toList());

            Readme.Example curl = Readme.example("curl -s -m 5 --ftp-port -");
            String printed = ClientRun.of(new Invocation(words(curl.command(), banner), ""), home)
                    .output();
            assertThat(printed.lines().toList()).isEqualTo(curl.output());

            List<String> events = device.linesUpTo(line -> line.contains("DROPPED"));
            String shown = Readme.textBlock("DROPPED on the client's side").get(0);
            assertThat(masked(events.get(events.size() - 1))).isEqualTo(masked(shown));
        }
    }

    /** The command for the ports that the device has got here. */
    private static List<String> words(String command, List<String> banner) {
        String answers = banner.get(1);
        String url = answers.substring(answers.indexOf("ftp://"), answers.indexOf("  ("));
        return List.of("sh", "-c", command.replace("ftp://webguest:1@127.0.0.1:2121/", url));
    }

    private static String masked(String line) {
        return line.replaceAll("^[0-9:.]+ ", "")
                .replaceAll("here \\d+", "here {port}")
                .replaceAll("127\\.0\\.0\\.1 port \\d+", "127.0.0.1 port {port}");
    }
}

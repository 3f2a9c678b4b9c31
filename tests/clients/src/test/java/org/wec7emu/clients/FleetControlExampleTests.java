package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/fleet.md's section on the control API shows what is really answered. */
class FleetControlExampleTests {
    private static final Path DOCUMENT = Launcher.checkout().resolve("docs/fleet.md");
    private static final String SHOWN = "http://127.0.0.1:8191/";
    private static final String LINE = """
            addresses: 127.122.0.0/24
            devices:
              line: {image: CX8100_WEC7_LF_v604h, count: 3, services: false}
            """;

    @TempDir
    private Path home;

    @Test
    void the_power_of_one_is_cut_and_the_others_go_on() throws Exception {
        RealClient.CURL.assumeInstalled();
        Readme.program(home);
        Path file = Files.writeString(home.resolve("hall.yaml"), LINE);

        try (Launcher fleet = Launcher.start(List.of("fleet", file.toString(), "--control", "0"))) {
            List<String> listed = fleet.linesUpTo(line -> line.startsWith("  line-3"));
            String url = listed.get(1).replaceFirst("Control +", "");

            for (String beginning : List.of("curl -sS -X POST", "for name in line-1")) {
                Readme.Example example = Readme.example(DOCUMENT, beginning);
                List<String> shell = List.of("sh", "-c", example.command().replace(SHOWN, url));
                assertThat(ClientRun.of(new Invocation(shell, ""), home)
                                .output()
                                .lines()
                                .toList())
                        .isEqualTo(example.output());
            }
        }
        assertThat(Readme.example(DOCUMENT, "./wec7emu fleet hall.yaml --control")
                        .output())
                .contains("Control   " + SHOWN);
    }
}

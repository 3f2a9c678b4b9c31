package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.firewall.enforce.EnforcementLevel;

/** README's section on other languages shows what the control API answers. */
class ReadmeControlTests {
    private static final String SHOWN = "http://127.0.0.1:8191/";

    @TempDir
    Path home;

    @Test
    void the_api_answers_as_shown() throws Exception {
        DeviceUnderTest.enforcer(EnforcementLevel.SOCKET);
        RealClient.CURL.assumeInstalled();
        Readme.program(home);
        try (Launcher device =
                Launcher.start(List.of("run", "CX8100_WEC7_LF_v604h", "--port-offset", "any", "--control", "0"))) {
            List<String> banner = device.linesUpTo(line -> line.startsWith("Control "));
            String url = banner.get(banner.size() - 1).replaceFirst("Control +", "");

            for (String beginning : List.of("curl -sS " + SHOWN + "v1/modes", "curl -sS --json '{\"allow\"")) {
                Readme.Example example = Readme.example(beginning);
                List<String> shell = List.of("sh", "-c", example.command().replace(SHOWN, url));
                assertThat(ClientRun.of(new Invocation(shell, ""), home)
                                .output()
                                .lines()
                                .toList())
                        .isEqualTo(example.output());
            }
        }
        assertThat(Readme.example("./wec7emu run CX8100_WEC7_LF_v604h --control")
                        .output())
                .contains("Control   " + SHOWN);
    }
}

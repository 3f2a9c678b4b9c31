package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.check.ClientVerdict;
import org.wec7emu.check.Hint;
import org.wec7emu.check.Hints;
import org.wec7emu.check.client.CheckedClient;
import org.wec7emu.check.client.ClientCheck;
import org.wec7emu.check.client.CommandTemplate;
import org.wec7emu.device.DeviceBuilder;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.profile.DeviceInState;

/** What check advises is what works: each client is recognised when it is blocked, and its option is active mode. */
class HintTests {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    /** Those with windows, driven by the matrix of clients, whose rows README has. */
    private static final List<String> IN_THE_MATRIX = List.of("FileZilla", "Midnight Commander");

    @TempDir
    Path folder;

    private CheckedClient check(CommandTemplate client) throws Exception {
        Path root = Files.createTempDirectory(folder, "root");
        Files.writeString(root.resolve("hello.txt"), "hello\n");
        DeviceUnderTest device = DeviceUnderTest.of(Image.V604H).enforcedBy(EnforcementLevel.BACKLOG);
        DeviceBuilder settings = device.builder().root(root);
        return new ClientCheck(client, LIMIT)
                .against(settings, DeviceInState.of(device.profile(), "ftp-ready"), (running, since) -> {});
    }

    private void assumeInstalled(HintCase each) throws Exception {
        assumeTrue(RealClient.isOnPath(each.program()), each.program() + " is not installed");
        if (each == HintCase.LIBCURL) {
            ClientRun modules = ClientRun.of(Invocation.of("php", "-m"), folder);
            assumeTrue(modules.output().lines().anyMatch("curl"::equals), "php-curl is not installed");
        }
    }

    @ParameterizedTest
    @EnumSource(HintCase.class)
    void in_passive_mode_the_client_is_recognised_and_told_its_option(HintCase each) throws Exception {
        assumeInstalled(each);

        CheckedClient checked = check(each.passive(folder.toString()));

        assertThat(checked.diagnosis().verdict())
                .as("%s", checked.output() + checked.diagnosis().cause())
                .isIn(ClientVerdict.PASSIVE_BLOCKED, ClientVerdict.WORKS_AFTER_FALLBACK);
        assertThat(checked.hint().client()).as(checked.output()).isEqualTo(each.client());
        assertThat(checked.hint().option()).contains(each.option());
    }

    @ParameterizedTest
    @EnumSource(HintCase.class)
    void with_the_option_it_works_in_active_mode(HintCase each) throws Exception {
        assumeInstalled(each);

        CheckedClient checked = check(each.active(folder.toString()));

        assertThat(checked.diagnosis().verdict())
                .as("%s", checked.output() + checked.diagnosis().cause())
                .isEqualTo(ClientVerdict.WORKS);
        assertThat(checked.diagnosis().cause()).contains("in active mode");
    }

    @Test
    void those_said_to_be_confirmed_by_a_run_are_the_ones_that_are_run() throws Exception {
        List<String> run = Hints.bundled().confirmed(Hint.Confirmed.RUN);
        List<String> readme = Files.readAllLines(Launcher.checkout().resolve("README.md"));

        assertThat(run)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Arrays.stream(HintCase.values()).map(HintCase::client), IN_THE_MATRIX.stream())
                                .toList());
        for (String client : IN_THE_MATRIX) {
            assertThat(readme)
                    .anyMatch(line -> line.startsWith("| " + client + " ")
                            && line.matches(".*(active|passive_connections=false)` \\| works \\(PORT\\).*"));
        }
    }
}

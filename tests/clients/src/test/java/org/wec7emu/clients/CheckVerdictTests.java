package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.check.ClientEnd;
import org.wec7emu.check.ClientVerdict;
import org.wec7emu.check.client.CheckedClient;
import org.wec7emu.firewall.enforce.EnforcementLevel;

/** Each verdict of {@code check}, from a real client that earns it, whatever enforces the firewall. */
class CheckVerdictTests {
    @TempDir
    Path home;

    private CheckedClient run(VerdictCase client, EnforcementLevel level) throws Exception {
        assumeTrue(RealClient.isOnPath(client.program()), client.program() + " is not installed");
        Path basicFtp = client.program().equals("node") ? BasicFtp.installed().folder() : home;
        return VerdictProgram.run(client, level, home, basicFtp);
    }

    static Stream<Arguments> clientsAtLevels() {
        return Arrays.stream(VerdictCase.values())
                .flatMap(client -> Arrays.stream(EnforcementLevel.values()).map(level -> Arguments.of(client, level)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("clientsAtLevels")
    void a_client_gets_the_verdict_that_it_earns(VerdictCase client, EnforcementLevel level) throws Exception {
        CheckedClient checked = run(client, level);

        assertThat(checked.diagnosis().verdict())
                .as("%s", checked.diagnosis().cause() + "\n" + checked.output() + "\n" + checked.journal())
                .isEqualTo(client.verdict());
    }

    @Test
    void there_is_a_client_for_every_verdict() {
        assertThat(Arrays.stream(VerdictCase.values()).map(VerdictCase::verdict))
                .containsOnly(ClientVerdict.values());
    }

    @Test
    void a_fallback_is_told_with_the_seconds_that_it_cost() throws Exception {
        CheckedClient checked = run(VerdictCase.CURL_FALLBACK, EnforcementLevel.BACKLOG);

        assertThat(checked.diagnosis().lost()).isBetween(Duration.ofMillis(1500), Duration.ofSeconds(10));
    }

    @Test
    void a_blocked_client_is_told_rule_evidence_and_its_own_option() throws Exception {
        CheckedClient checked = run(VerdictCase.FTPLIB, EnforcementLevel.BACKLOG);

        assertThat(checked.diagnosis().rule()).isEqualTo("BlockAllRule");
        assertThat(checked.grounds().values()).hasSize(3);
        assertThat(checked.grounds().guesses()).isEqualTo(2);
        assertThat(checked.hint().option()).isEqualTo("ftp.set_pasv(False)");
        assertThat(checked.end()).isEqualTo(new ClientEnd.Exited(1));
        assertThat(String.join("\n", checked.lastLines(1))).contains("timed out");
    }

    @Test
    void a_client_that_gave_up_over_a_command_is_told_which() throws Exception {
        assertThat(run(VerdictCase.MLSD_ONLY, EnforcementLevel.BACKLOG)
                        .diagnosis()
                        .cause())
                .isEqualTo(
                        "the device answered MLSD with 500 Syntax error, command unrecognized, and the client gave up");
    }

    @Test
    void one_that_failed_for_reasons_of_its_own_is_not_told_of_commands_that_it_went_on_without() throws Exception {
        assertThat(run(VerdictCase.FEAT_AND_FAILS_AFTER_ALL, EnforcementLevel.BACKLOG)
                        .diagnosis()
                        .cause())
                .isEqualTo("the client ended with exit code 3, though 1 transfer was complete");
        assertThat(run(VerdictCase.BASIC_FTP_WITHOUT_LOCAL_FOLDER, EnforcementLevel.BACKLOG)
                        .diagnosis()
                        .cause())
                .isEqualTo(
                        "the client ended with exit code 1; the last that it asked for was OPTS UTF8 ON, which the device"
                                + " answered with 500 Syntax error, command unrecognized");
    }

    @Test
    void one_whose_file_is_not_there_is_told_so() throws Exception {
        assertThat(run(VerdictCase.NO_SUCH_FILE, EnforcementLevel.BACKLOG)
                        .diagnosis()
                        .cause())
                .startsWith(
                        "the client ended with exit code 78; the last that it asked for was RETR nothing.txt, which the"
                                + " device answered with 550 ");
    }

    @ParameterizedTest
    @EnumSource(
            value = VerdictCase.class,
            names = {"HANGS_IN_PASSIVE", "HANGS_AFTER_ALL", "HANGS_AFTER_SIZE"})
    void a_client_that_hangs_is_ended_after_its_time(VerdictCase client) throws Exception {
        CheckedClient checked = run(client, EnforcementLevel.BACKLOG);

        assertThat(checked.end()).isEqualTo(new ClientEnd.TimedOut(client.limit()));
        assertThat(checked.took()).isBetween(client.limit(), client.limit().plusSeconds(5));
    }
}

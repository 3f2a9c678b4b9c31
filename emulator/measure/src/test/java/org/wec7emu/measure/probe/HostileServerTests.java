package org.wec7emu.measure.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.measure.client.Transcript;
import org.wec7emu.measure.probe.ProbeTarget.Login;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileReader;

/** Whatever a server says, what is written of it is a valid profile and does nothing to a terminal. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class HostileServerTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                " \u0085evil: true",
                " \u009B31m \u001B[2J",
                " 'quoted' \"twice\" \\u0041 # no comment",
                " {path} {address} {port} {x}",
                " \u00E4\u00F6\u00FC \u00FF\u00A0\t",
                " : [a, b]",
                " ",
                " %d %s $1 \\1",
                " one,2,3,4,5,6,7 (|||70000|) (1) \"\"",
            })
    void isWrittenDownSafely(String behind) throws IOException, ProfileException {
        check(behind);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 390, 400, 5000})
    void longRepliesToo(int length) throws IOException, ProfileException {
        check(" " + "x".repeat(length));
    }

    private static void check(String behind) throws IOException, ProfileException {
        Transcript transcript = new Transcript();
        try (OddServer server = new OddServer(1, 0, behind)) {
            ProbeSettings settings = new ProbeSettings(
                    Duration.ofMillis(700),
                    Duration.ofMillis(30),
                    List.of(new Login("user", "password")),
                    Optional.empty(),
                    Optional.of("/"),
                    0,
                    List.of());
            Probe probe = new Probe(new ProbeTarget("127.0.0.1", server.endpoint(), Optional.empty()), settings);
            Findings findings = run(probe, transcript);
            Resemblance base =
                    Resemblance.ranked(findings, ProbedDevice.catalogue()).get(0);
            String text = ProbedProfile.text(
                    "Hostile",
                    findings,
                    base,
                    ProbedDevice.image(base.image().profile().image()).firewall(),
                    LocalDate.of(2026, 11, 24),
                    "hostile.transcript.txt");

            ProfileReader.read(text, "hostile.yaml", ProfileCatalog.bundled());
            assertThat(harmful(text)).isEmpty();
            assertThat(harmful(transcript.text())).isEmpty();
            assertThat(harmful(String.join("", base.differing()))).isEmpty();
            assertThat(harmful(findings.answers().remarks().toString())).isEmpty();
            assertThat(harmful(findings.answers().open().toString())).isEmpty();
        }
    }

    /** On a busy machine the server may be slow to greet. */
    private static Findings run(Probe probe, Transcript transcript) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return probe.run(transcript, (number, of, about) -> {});
            } catch (NoFtpServerException e) {
                if (tries == 5) {
                    throw e;
                }
            }
        }
    }

    private static List<Integer> harmful(String text) {
        return text.chars()
                .filter(c -> c != '\n' && (Character.isISOControl(c) || c > 0xFF))
                .boxed()
                .toList();
    }
}

package org.wec7emu.measure.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.measure.client.Transcript;
import org.wec7emu.measure.probe.PlannedStep.Kind;
import org.wec7emu.measure.probe.ProbeTarget.Login;

/** A probe sends nothing that {@code --dry-run} doesn't print, whatever the server answers. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class AnnouncedTests {
    private static final Login LOGIN = new Login("some user", "pass word");
    private static final Map<String, String> PLACES = Map.of(
            "{user}", Pattern.quote("some user"),
            "{password}", Pattern.quote("pass word"),
            "{here}", "127,0,0,1,\\d+,\\d+",
            "{eprt}", "\\|1\\|127\\.0\\.0\\.1\\|\\d+\\|",
            "{slashes}", "/*",
            "{letter}", "[\\x80-\\xFF]{1,2}",
            "{name}", "(Inner/)?[ab]\\.txt|Inner",
            "{pattern}", "\\w+\\*",
            "{unique}", "\\w[\\w.-]{0,63}",
            "{othercase}", "iNNER");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sendsNothingElseToAServerThatIsOddNowAndThen(long seed) throws IOException {
        holds(seed, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9, 10})
    void sendsNothingElseToAServerOfNoSense(long seed) throws IOException {
        holds(seed, 9);
    }

    @Test
    void sendsNothingElseToAServerThatAgreesToEverything() throws IOException {
        holds(0, 0);
    }

    @Test
    void writesNothingUnlessTold() {
        Probe probe = new Probe(target(new InetSocketAddress("127.0.0.1", 21)), settings(Optional.empty()));

        assertThat(PlanText.of(probe)).doesNotContain("STOR", "MKD", "DELE", "RMD", "RNTO", "APPE", "STOU", "+ ");
    }

    @Test
    void canSendNothingUnannounced() throws IOException {
        try (OddServer server = new OddServer(0, 0);
                Interview interview = new Interview(
                        target(server.endpoint()),
                        settings(Optional.empty()),
                        new Notebook(new Transcript()),
                        new Hasty())) {
            interview.open();
            interview.ask("NOOP");

            assertThatThrownBy(() -> interview.ask("NOOP")).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> interview.ask("DELE x")).isInstanceOf(IllegalStateException.class);
            assertThat(server.lines()).containsExactly("NOOP");
        }
    }

    private static final class Hasty extends Question {
        Hasty() {
            super("whether it may");
            mayOpen(1);
            maySend(1, "NOOP");
        }

        @Override
        void ask(Interview interview) {}
    }

    private static void holds(long seed, int oddness) throws IOException {
        try (OddServer server = new OddServer(seed, oddness)) {
            Probe probe = new Probe(target(server.endpoint()), settings(Optional.of("/")));
            Transcript transcript = new Transcript();
            try {
                probe.run(transcript, (number, of, about) -> {});
            } catch (NoFtpServerException e) {
                // on a busy machine it may be slow to greet; what was sent counts all the same
            }

            List<PlannedStep> announced = new ArrayList<>();
            probe.announcements().forEach(announcement -> announced.addAll(announcement.steps()));
            assertThat(server.sessions()).isPositive().isLessThanOrEqualTo(sum(announced, Kind.SESSION));
            assertThat(unannounced(announced, server.lines())).isEmpty();
        }
    }

    private static int sum(List<PlannedStep> steps, Kind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .mapToInt(PlannedStep::most)
                .sum();
    }

    /** Lines that no announced one stands for that isn't used up. */
    private static List<String> unannounced(List<PlannedStep> announced, List<String> lines) {
        List<PlannedStep> left = new ArrayList<>(
                announced.stream().filter(step -> step.kind() == Kind.LINE).toList());
        List<String> unannounced = new ArrayList<>();
        for (String line : lines) {
            Optional<PlannedStep> step = left.stream()
                    .filter(planned -> line.matches(pattern(planned.text())))
                    .findFirst();
            if (step.isEmpty()) {
                unannounced.add(line);
            } else {
                PlannedStep used = step.get();
                left.remove(used);
                if (used.most() > 1) {
                    left.add(PlannedStep.line(used.text(), used.most() - 1));
                }
            }
        }
        return unannounced;
    }

    private static String pattern(String template) {
        Matcher places = Pattern.compile("\\{\\w+}").matcher(template);
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        while (places.find()) {
            pattern.append(Pattern.quote(template.substring(from, places.start())));
            pattern.append('(').append(PLACES.get(places.group())).append(')');
            from = places.end();
        }
        return pattern.append(Pattern.quote(template.substring(from))).toString();
    }

    private static ProbeTarget target(InetSocketAddress endpoint) {
        return new ProbeTarget("127.0.0.1", endpoint, Optional.empty());
    }

    private static ProbeSettings settings(Optional<String> write) {
        return new ProbeSettings(
                Duration.ofMillis(500),
                Duration.ofMillis(30),
                List.of(LOGIN),
                Optional.of(Duration.ofMillis(200)),
                write,
                0,
                ProbedDevice.services());
    }
}

package org.wec7emu.benchmarks.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.benchmarks.race.Rounds.Taking;

/** Who is measured when, and what counts. */
class RoundsTests {
    private final Results results = new Results();
    private final List<String> problems = new ArrayList<>();
    private final List<String> order = new ArrayList<>();

    private static Contender server(String name) {
        return new Contender(name, "", new InetSocketAddress(0), new Login("", ""), List.of());
    }

    private void measure(Taking taking, int rounds, Duration budget, String... names) throws IOException {
        try (Rounds measuring = new Rounds(taking, rounds, budget, problems::add)) {
            measuring.measure(
                    Discipline.LIST,
                    List.of(names).stream().map(RoundsTests::server).toList(),
                    results);
        }
    }

    private Sample taken(Contender contender, double rate) {
        order.add(contender.name());
        return new Sample(rate, 1, 0);
    }

    @Test
    void eachRoundBeginsWithAnotherServer() throws IOException {
        measure((server, discipline, warmUp) -> taken(server, 1), 2, Duration.ofMinutes(1), "a", "b", "c");

        assertThat(order).containsExactly("a", "b", "c", "c", "a", "b", "b", "c", "a");
    }

    @Test
    void theRoundThatWarmsUpDoesNotCount() throws IOException {
        measure((server, discipline, warmUp) -> taken(server, warmUp ? 1_000 : 10), 1, Duration.ofMinutes(1), "a");

        assertThat(results.rate(Discipline.LIST, "a")).isEqualTo(10);
    }

    @Test
    void aServerThatHasUsedUpItsTimeIsMeasuredNoMore() throws IOException {
        measure((server, discipline, warmUp) -> taken(server, 7), 5, Duration.ZERO, "slow");

        assertThat(order).containsExactly("slow");
        assertThat(results.rate(Discipline.LIST, "slow")).isEqualTo(7);
    }

    @Test
    void aServerThatFailsHasNoResultAndTheOthersGoOn() throws IOException {
        Taking failing = (server, discipline, warmUp) -> {
            if (server.name().equals("bad") && !warmUp) {
                throw new IOException("LIST was answered with 550 no");
            }
            return taken(server, 3);
        };
        measure(failing, 2, Duration.ofMinutes(1), "bad", "good");

        assertThat(problems).containsExactly("bad, list: LIST was answered with 550 no");
        assertThat(results.rate(Discipline.LIST, "bad")).isNaN();
        assertThat(results.rate(Discipline.LIST, "good")).isEqualTo(3);
    }
}

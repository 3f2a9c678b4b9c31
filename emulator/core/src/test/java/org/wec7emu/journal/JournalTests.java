package org.wec7emu.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.LoginSucceeded;

/** The one record of what happened. */
class JournalTests {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Journal journal = new Journal();

    @Test
    void keepsEventsInTheirOrder() {
        append(1, 3);

        assertThat(numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void givesEventsOfOneKind() {
        journal.append(SampleEvents.command(1));
        journal.append(new LoginSucceeded(SampleEvents.NOON, 1, "guest"));

        assertThat(journal.events(LoginSucceeded.class))
                .extracting(LoginSucceeded::user)
                .containsExactly("guest");
    }

    @Test
    void whatItGaveDoesNotChange() {
        append(1, 1);
        List<DeviceEvent> before = journal.events();

        append(2, 2);

        assertThat(before).hasSize(1);
    }

    @Test
    void losesTheOldestBeyondItsCapacity() {
        append(1, Journal.CAPACITY + 2);

        assertThat(journal.events()).hasSize(Journal.CAPACITY);
        assertThat(numbers()).startsWith(3L).endsWith((long) Journal.CAPACITY + 2);
    }

    @Test
    void findsAnEventOfThePast() throws Exception {
        append(1, 3);

        assertThat(journal.await(CommandReceived.class, event -> event.session() >= 2, Duration.ZERO))
                .hasValueSatisfying(event -> assertThat(event.session()).isEqualTo(2));
    }

    @Test
    void waitsForAnEventOfTheFuture() throws Exception {
        CompletableFuture<Void> later = new CompletableFuture<>();
        try (Journal.Subscription ignored = journal.listen(event -> later.complete(null))) {
            // The second event comes from another thread once the first is there.
            CompletableFuture<Void> second = later.thenRunAsync(() -> append(2, 2));
            CompletableFuture.runAsync(() -> append(1, 1));

            assertThat(journal.await(CommandReceived.class, event -> event.session() == 2, LIMIT))
                    .isPresent();
            second.join();
        }
    }

    @Test
    void givesUpWaitingAtTheLimit() throws Exception {
        append(1, 1);

        assertThat(journal.await(LoginSucceeded.class, event -> true, Duration.ofMillis(20)))
                .isEmpty();
    }

    @Test
    void tellsListenersInOrderUntilTheyUnsubscribe() {
        List<DeviceEvent> heard = new ArrayList<>();
        append(1, 1);
        try (Journal.Subscription ignored = journal.listen(heard::add)) {
            append(2, 3);
        }
        append(4, 4);

        assertThat(heard).isEqualTo(journal.events().subList(1, 3));
    }

    @Test
    void listenersHearEveryEventOfManyThreadsInTheOrderOfTheJournal() {
        List<DeviceEvent> heard = new ArrayList<>();
        try (Journal.Subscription ignored = journal.listen(heard::add)) {
            IntStream.rangeClosed(1, 2000).parallel().forEach(number -> append(number, number));
        }

        assertThat(heard).hasSize(2000).isEqualTo(journal.events());
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 1, 10", "0, 3, 1, 3", "4, 3, 5, 7", "8, 10, 9, 10", "10, 5, 11, 10", "99, 5, 11, 10"})
    void givesAPartAfterANumber(long after, int most, long first, long end) {
        append(1, 10);

        Journal.Part part = journal.after(after, most);

        assertThat(part.first()).isEqualTo(first);
        assertThat(part.end()).isEqualTo(end);
        assertThat(part.last()).isEqualTo(10);
        assertThat(part.events()).isEqualTo(journal.events().subList((int) first - 1, (int) end));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 50_000, Journal.CAPACITY - 3, Journal.CAPACITY, Journal.CAPACITY + 2})
    void aPartBeginsWithTheOldestThatIsLeft(long after) {
        append(1, Journal.CAPACITY + 2);

        Journal.Part part = journal.after(after, 5);

        assertThat(part.first()).isEqualTo(Math.max(after, 2) + 1);
        assertThat(part.events())
                .extracting(event -> ((CommandReceived) event).session())
                .isEqualTo(
                        LongStream.rangeClosed(part.first(), part.end()).boxed().toList());
        assertThat(part.last()).isEqualTo(Journal.CAPACITY + 2);
    }

    @Test
    void replaysThePastAndGoesOnWithTheFuture() {
        List<DeviceEvent> heard = new ArrayList<>();
        append(1, 2);
        try (Journal.Subscription ignored = journal.replay(heard::add)) {
            append(3, 4);
        }
        append(5, 5);

        assertThat(heard).isEqualTo(journal.events().subList(0, 4));
    }

    @Test
    void waitsForAnEventAfterANumber() throws Exception {
        append(1, 2);

        assertThat(journal.awaitAfter(1, Duration.ZERO)).isTrue();
        assertThat(journal.awaitAfter(2, Duration.ofMillis(20))).isFalse();

        CompletableFuture<Void> later = CompletableFuture.runAsync(() -> append(3, 3));
        assertThat(journal.awaitAfter(2, LIMIT)).isTrue();
        later.join();
    }

    private void append(int first, int last) {
        IntStream.rangeClosed(first, last).forEach(number -> journal.append(SampleEvents.command(number)));
    }

    private List<Long> numbers() {
        return journal.events(CommandReceived.class).stream()
                .map(CommandReceived::session)
                .toList();
    }
}

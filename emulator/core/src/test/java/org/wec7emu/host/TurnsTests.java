package org.wec7emu.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order in which things are done for a connection, and by whom. */
class TurnsTests {
    private final Deque<Runnable> forWorkers = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final Turns turns = new Turns(forWorkers::add);

    private Runnable task(String name) {
        return () -> done.add(name);
    }

    private void runWorkers() {
        for (Runnable work = forWorkers.poll(); work != null; work = forWorkers.poll()) {
            work.run();
        }
    }

    @Test
    void whatIsPromptIsDoneByWhoeverBringsIt() {
        turns.take(true, task("USER"));

        assertThat(done).containsExactly("USER");
        assertThat(forWorkers).isEmpty();
    }

    @Test
    void whatTakesItsTimeIsForAWorker() {
        turns.take(false, task("LIST"));

        assertThat(done).isEmpty();
        runWorkers();
        assertThat(done).containsExactly("LIST");
    }

    @Test
    void whatIsPromptWaitsForWhatCameBefore() {
        turns.take(false, task("LIST"));
        turns.take(true, task("NOOP"));
        turns.take(false, task("RETR"));

        assertThat(done).isEmpty();
        runWorkers();
        assertThat(done).containsExactly("LIST", "NOOP", "RETR");
    }

    @Test
    void onceAllIsDoneWhatIsPromptIsDoneAtOnceAgain() {
        turns.take(false, task("LIST"));
        runWorkers();

        turns.take(true, task("QUIT"));

        assertThat(done).containsExactly("LIST", "QUIT");
    }

    @Test
    void whatComesMeanwhileIsDoneAfterwards() {
        turns.take(true, () -> {
            turns.take(true, task("second"));
            done.add("first");
        });
        runWorkers();

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void anErrorStopsNothingThatComesLater() {
        turns.take(false, () -> {
            throw new IllegalStateException("an error");
        });
        turns.take(true, task("NOOP"));

        assertThatThrownBy(this::runWorkers).hasMessage("an error");
        runWorkers();
        assertThat(done).containsExactly("NOOP");
    }
}

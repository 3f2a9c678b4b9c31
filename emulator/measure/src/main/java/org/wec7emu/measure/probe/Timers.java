package org.wec7emu.measure.probe;

import java.time.Duration;
import java.util.function.IntPredicate;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.measure.client.Heard.Reply;

/** Timers of a server, as they are seen through a network and two machines that are never on time. */
final class Timers {
    /** Where nothing was seen yet. */
    static final Duration NONE = Duration.ofMillis(-1);

    private Timers() {}

    static Duration shorter(Duration before, Duration seen) {
        return before.isNegative() || seen.compareTo(before) < 0 ? seen : before;
    }

    /**
     * Settles a timer by how long it seemed to take. What is seen is never too short, so the part of a second is left out; less
     * than a second can't be told from the way there and back.
     */
    static void settle(Answers answers, String key, Duration seen) {
        long seconds = seen.toSeconds();
        String note = "it took " + seen.toMillis() + " ms, the way there and back included";
        answers.concluded(key, text(seconds), note);
    }

    /**
     * Settles a timer by what was heard when it should have passed, or leaves it open.
     *
     * @param ends whether a reply with that code says that the timer has passed
     * @param since when it began, on the transcript's clock
     * @param most longest wait
     */
    static void settle(Answers answers, String key, Heard heard, IntPredicate ends, Duration since, Duration most) {
        if (!(heard instanceof Reply reply)) {
            answers.leftOpen(key, within(most));
        } else if (ends.test(reply.code())) {
            settle(answers, key, reply.begun().minus(since));
        } else {
            answers.leftOpen(key, "the answer was " + reply.code());
        }
    }

    /** Why a timer that was waited for stays open. */
    static String within(Duration most) {
        return "not within " + most.toSeconds() + " s";
    }

    private static String text(long seconds) {
        return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}

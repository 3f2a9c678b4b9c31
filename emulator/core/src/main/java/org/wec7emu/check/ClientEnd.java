package org.wec7emu.check;

import java.time.Duration;

/** How a client ended, as far as anybody saw. */
public sealed interface ClientEnd {
    /** In words, as in "exit code 28". */
    String text();

    /** Whether the client itself had nothing to complain of, or nobody knows. */
    boolean content();

    /** Whether it ended by itself, and not content; or nobody knows. */
    default boolean mayHaveGivenUp() {
        return false;
    }

    /** By itself. */
    record Exited(int code) implements ClientEnd {
        @Override
        public String text() {
            return "exit code " + code;
        }

        @Override
        public boolean content() {
            return code == 0;
        }

        @Override
        public boolean mayHaveGivenUp() {
            return code != 0;
        }
    }

    /** It was still running after this time, and was ended. */
    record TimedOut(Duration limit) implements ClientEnd {
        @Override
        public String text() {
            return "ended from outside after " + Words.seconds(limit);
        }

        @Override
        public boolean content() {
            return false;
        }
    }

    /** It was still running when the check itself was stopped, as by Ctrl-C, and was ended. */
    record Stopped(Duration after) implements ClientEnd {
        @Override
        public String text() {
            return "ended as the check was stopped, after " + Words.seconds(after);
        }

        @Override
        public boolean content() {
            return false;
        }
    }

    /** Nobody saw it: all there is of it is a journal. */
    record Unseen() implements ClientEnd {
        @Override
        public String text() {
            return "exit code unknown";
        }

        @Override
        public boolean content() {
            return true;
        }

        @Override
        public boolean mayHaveGivenUp() {
            return true;
        }
    }
}

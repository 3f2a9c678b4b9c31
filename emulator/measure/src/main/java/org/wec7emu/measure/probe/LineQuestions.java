package org.wec7emu.measure.probe;

import java.io.IOException;
import java.util.List;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.measure.client.Heard.End;
import org.wec7emu.measure.client.Heard.Reply;

/** How command lines are read. */
final class LineQuestions {
    private LineQuestions() {}

    static List<Question> all() {
        return List.of(new LineEnds(), new LongLines());
    }

    /** Line feeds alone, and Telnet's control bytes. */
    private static final class LineEnds extends Question {
        private static final String TWO = "PWD\nNOOP";
        private static final String TELNET = "\u00FF\u00F4\u00FF\u00F2NOOP";

        LineEnds() {
            super("line feeds alone, Telnet's control bytes, case of verbs", "ftp.line-feed", "ftp.telnet");
            mayOpen(1);
            mayLogIn(1);
            maySend(1, "nOOp", TWO, TELNET);
        }

        @Override
        void ask(Interview it) throws IOException {
            it.logIn();
            Reply mixed = it.ask("nOOp");
            it.answers().remark("case of verbs", mixed.code() / 100 == 2 ? "doesn't matter" : "matters");
            Reply first = it.ask(TWO);
            it.answers().found("ftp.line-feed", first.code() == 257 ? "ends-line" : "needs-return");
            if (first.code() == 257) {
                it.next();
            }
            it.answers().found("ftp.telnet", it.ask(TELNET).code() / 100 == 2 ? "removed" : "verbatim");
            it.quit();
        }
    }

    /** The longest line that is taken, by halving. A path of slashes is the root, so a line that is cut loses its last name, which is one character. */
    private static final class LongLines extends Question {
        private static final String LINE = "CWD {slashes}_";
        private static final int NAMES = "CWD _".length();
        private static final int SHORTEST = 64;
        private static final int LONGEST = 8192;
        private static final int HALVINGS = 14;

        LongLines() {
            super("the longest command line", "ftp.max-command-length", "ftp.long-command");
            mayOpen(HALVINGS + 2);
            mayLogIn(HALVINGS + 2);
            maySend(HALVINGS + 2, LINE);
            maySend(1, "NOOP");
        }

        @Override
        void ask(Interview it) throws IOException {
            it.logIn();
            int usual = it.ask(LINE, slashes(SHORTEST - 1)).code();
            Heard tooLong = it.hear(LINE, slashes(LONGEST));
            if (isTaken(tooLong, usual)) {
                throw new NoAnswerException("lines of " + LONGEST + " bytes are taken");
            }
            if (tooLong instanceof Heard.Silence || isTaken(tooLong, 421)) {
                throw new NoAnswerException("a line of " + LONGEST + " bytes is never answered");
            }
            boolean closes = tooLong instanceof End || it.hear("NOOP") instanceof End;
            int fits = SHORTEST - 1;
            int not = LONGEST;
            boolean taken = false;
            while (not - fits > 1) {
                if (!taken) {
                    it.logIn(); // the server may have ended the session, or take the rest of the line for another one
                }
                int middle = (fits + not) / 2;
                taken = isTaken(it.hear(LINE, slashes(middle)), usual);
                fits = taken ? middle : fits;
                not = taken ? not : middle;
            }
            if (fits < SHORTEST) {
                throw new NoAnswerException("lines of " + SHORTEST + " bytes are too long already");
            }
            it.answers().found("ftp.max-command-length", Integer.toString(fits));
            boolean cut = tooLong instanceof Reply reply && reply.code() / 100 == 2;
            it.answers().found("ftp.long-command", closes ? "closes" : cut ? "cut" : "refused");
            it.close();
        }

        private static boolean isTaken(Heard heard, int usual) {
            return heard instanceof Reply reply && reply.code() == usual;
        }

        private static String slashes(int length) {
            return "/".repeat(length - NAMES);
        }
    }
}

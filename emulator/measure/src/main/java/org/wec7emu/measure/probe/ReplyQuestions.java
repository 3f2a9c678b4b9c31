package org.wec7emu.measure.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wec7emu.measure.client.Heard.Reply;

/** Replies to what changes nothing. */
final class ReplyQuestions {
    private ReplyQuestions() {}

    static List<Question> all() {
        return List.of(new Parameters(), new Help(), new Places(), new VerbsAlone());
    }

    /** SYST, NOOP, TYPE, STRU, MODE, and bad arguments. */
    private static final class Parameters extends Question {
        private static final List<String> OKAY = List.of("NOOP", "TYPE A", "TYPE I", "STRU F", "MODE S");

        Parameters() {
            super(
                    "SYST, NOOP, TYPE, STRU, MODE",
                    ReplyLines.key("system"),
                    ReplyLines.key("okay"),
                    ReplyLines.key("bad-parameter"),
                    ReplyLines.key("unrecognized"),
                    ReplyLines.key("bad-argument"),
                    "ftp.surplus-argument");
            mayOpen(1);
            mayLogIn(1);
            maySend(1, "SYST", "TYPE E", "MODE Z", "XYZZY", "TYPE", "PWD", "PWD x");
            OKAY.forEach(line -> maySend(1, line));
        }

        @Override
        void ask(Interview it) throws IOException {
            it.logIn();
            Answers answers = it.answers();
            Reply system = it.ask("SYST");
            if (system.code() == 215) {
                ReplyLines.settle(answers, "system", system);
            }
            List<String> differing = new ArrayList<>();
            for (String line : OKAY) {
                Reply reply = it.ask(line);
                if (reply.code() != 200) {
                    differing.add(line + " by " + reply.code() + " " + reply.text());
                    continue;
                }
                ReplyLines.settle(answers, "okay", reply);
                String said = reply.code() + " " + reply.text();
                if (!answers.value(ReplyLines.key("okay")).orElse(said).equals(said)) {
                    differing.add(line + " by " + said);
                }
            }
            if (!differing.isEmpty()) {
                answers.remark("replies of the kind okay", "not the same for all: " + String.join("; ", differing));
            }
            settleIf(it, "bad-parameter", it.ask("TYPE E"), 504);
            settleIf(it, "bad-parameter", it.ask("MODE Z"), 504);
            settleIf(it, "unrecognized", it.ask("XYZZY"), 500);
            settleIf(it, "bad-argument", it.ask("TYPE"), 501);
            Reply directory = it.ask("PWD");
            boolean refused = it.ask("PWD x").code() != directory.code();
            if (directory.code() == 257) {
                ReplyLines.settle(answers, "working-directory", directory, ReplyLines.withPath(directory.text()));
                answers.found("ftp.surplus-argument", refused ? "refused" : "ignored");
            }
            it.quit();
        }
    }

    private static void settleIf(Interview it, String occasion, Reply reply, int code) {
        if (reply.code() == code) {
            ReplyLines.settle(it.answers(), occasion, reply);
        } else {
            it.answers().leftOpen(ReplyLines.key(occasion), "the answer was " + reply.code() + ", and not " + code);
        }
    }

    /** HELP's frame and rows. */
    private static final class Help extends Question {
        private static final int MOST_VERBS = 28;

        Help() {
            super("HELP", "ftp.help-row", ReplyLines.key("help-first"), ReplyLines.key("help-last"));
            mayOpen(1);
            mayLogIn(1);
            maySend(1, "HELP");
        }

        @Override
        void ask(Interview it) throws IOException {
            it.logIn();
            Reply help = it.ask("HELP");
            List<String> lines = help.lines();
            if (lines.size() > 2 && lines.get(0).startsWith(help.code() + "-")) {
                String last = lines.get(lines.size() - 1);
                plain(it.answers(), "help-first", lines.get(0));
                plain(it.answers(), "help-last", last);
                row(it.answers(), lines.get(1).strip().split(" +").length);
                it.answers()
                        .remark(
                                "HELP",
                                "it names "
                                        + String.join(
                                                " ",
                                                String.join(" ", lines.subList(1, lines.size() - 1))
                                                        .strip()
                                                        .split("[ \t]+")));
            }
            it.quit();
        }

        private static void row(Answers answers, int verbs) {
            if (verbs <= MOST_VERBS) {
                answers.found("ftp.help-row", Integer.toString(verbs));
            } else {
                answers.leftOpen(
                        "ftp.help-row", "a row has " + verbs + " words, and a device has " + MOST_VERBS + " verbs");
            }
        }

        private static void plain(Answers answers, String occasion, String line) {
            if (line.length() > 4 && ReplyLines.isSayable(line.substring(4))) {
                answers.found(ReplyLines.key(occasion), line);
            }
        }
    }

    /** CWD and what separates names. */
    private static final class Places extends Question {
        private static final String NOTHING = "wec7emu-nothing";

        Places() {
            super(
                    "CWD, blanks and backslashes",
                    ReplyLines.key("action-okay"),
                    ReplyLines.key("unavailable"),
                    ReplyLines.key("working-directory"),
                    "ftp.backslash",
                    "ftp.blanks");
            mayOpen(1);
            mayLogIn(1);
            maySend(1, "CWD /", "CDUP", "CWD " + NOTHING, "CWD \\", "CWD  / ");
        }

        @Override
        void ask(Interview it) throws IOException {
            it.logIn();
            Reply root = it.ask("CWD /");
            settleIf(it, "action-okay", root, 250);
            settleIf(it, "action-okay", it.ask("CDUP"), 250);
            settleIf(it, "unavailable", it.ask("CWD " + NOTHING), 550);
            if (root.code() / 100 == 2) {
                it.answers().found("ftp.backslash", it.ask("CWD \\").code() / 100 == 2 ? "separates" : "name");
                it.answers().found("ftp.blanks", it.ask("CWD  / ").code() / 100 == 2 ? "removed" : "kept");
            }
            it.quit();
        }
    }
}

package org.wec7emu.measure.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wec7emu.measure.client.ActivePort;
import org.wec7emu.measure.client.Endpoints;
import org.wec7emu.measure.client.Heard.Reply;

/** Replies to what changes nothing. */
final class ReplyQuestions {
    private ReplyQuestions() {}

    static List<Question> all() {
        return List.of(new Parameters(), new Help(), new Places(), new Verbs());
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

    /** Verbs alone that can't change anything: which are known. */
    private static final class Verbs extends Question {
        /** Documented by Microsoft as unsupported (ms901340), and harmless without an argument. */
        private static final List<String> UNSUPPORTED = List.of("ABOR", "ACCT", "ALLO", "REST", "SMNT", "STAT");

        private static final List<String> OTHERS = List.of(
                "SIZE", "MDTM", "FEAT", "SITE", "OPTS", "AUTH", "PBSZ", "PROT", "CCC", "MLST", "MFMT", "LANG", "CLNT",
                "HOST", "LPRT", "LPSV", "XSHA1", "XPWD", "XCUP", "XCWD", "CWD", "NOOP");

        Verbs() {
            super("each verb", "ftp.documented-unsupported", ReplyLines.key("not-implemented"), "ftp.extended-port");
            mayOpen(1);
            mayLogIn(1);
            UNSUPPORTED.forEach(verb -> maySend(1, verb));
            OTHERS.forEach(verb -> maySend(1, verb));
            maySend(1, "XYZZY", "EPRT {eprt}");
        }

        @Override
        void ask(Interview it) throws IOException {
            it.logIn();
            int unheard = it.ask("XYZZY").code();
            Map<Integer, List<String>> codes = new TreeMap<>();
            List<Reply> documented = new ArrayList<>();
            for (String verb : UNSUPPORTED) {
                Reply reply = it.ask(verb);
                documented.add(reply);
                codes.computeIfAbsent(reply.code(), code -> new ArrayList<>()).add(verb);
            }
            unsupported(it.answers(), documented, unheard);
            for (String verb : OTHERS) {
                int code = it.ask(verb).code();
                codes.computeIfAbsent(code, first -> new ArrayList<>()).add(verb);
            }
            it.answers().found("ftp.extended-port", Boolean.toString(knowsExtendedPort(it, unheard)));
            it.answers().remark("verbs alone", words(codes));
            it.quit();
        }

        private static String words(Map<Integer, List<String>> codes) {
            List<String> words = new ArrayList<>();
            codes.forEach((code, verbs) -> words.add(code + " to " + String.join(" ", verbs)));
            return String.join("; ", words);
        }

        private static boolean knowsExtendedPort(Interview it, int unheard) throws IOException {
            try (ActivePort here = Transfer.listen(it)) {
                String endpoint = Endpoints.extended(
                        here.endpoint().getAddress(), here.endpoint().getPort());
                int code = it.ask("EPRT {eprt}", endpoint).code();
                return code != unheard && code != 500 && code != 502;
            }
        }

        private static void unsupported(Answers answers, List<Reply> replies, int unheard) {
            String key = "ftp.documented-unsupported";
            if (replies.stream().allMatch(reply -> reply.code() == 502) && unheard != 502) {
                answers.found(key, "not-implemented");
                ReplyLines.settle(answers, "not-implemented", replies.get(0));
            } else if (replies.stream().allMatch(reply -> reply.code() == unheard)) {
                answers.found(key, "unrecognized");
                answers.leftOpen(ReplyLines.key("not-implemented"), "no verb was answered so");
            } else {
                answers.leftOpen(key, "some of those verbs are known, or they are refused by different replies");
            }
        }
    }
}

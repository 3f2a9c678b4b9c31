package org.wec7emu.measure.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.measure.client.Heard.Reply;

/** Questions that write, in a directory of their own below the one that was named; all of it is removed again. */
final class WriteQuestions {
    /** Made below the directory that was named. */
    static final String PLACE = "wec7emu-Probe";

    private static final String INNER = "Inner";
    private static final String FILE = "a.txt";
    private static final String OTHER = "b.txt";
    /** With a line feed alone and one behind a carriage return. */
    private static final String TEXT = "a\nb\r\n";

    private WriteQuestions() {}

    static List<Question> all(String directory, Optional<Duration> slow) {
        List<Question> all = new ArrayList<>(quick(directory));
        slow.ifPresent(most -> all.add(new Stalled(directory, most)));
        return all;
    }

    private static List<Question> quick(String directory) {
        return List.of(
                new Files(directory),
                new Letters(directory),
                new Interrupted(directory),
                new AnonymousWrites(directory));
    }

    /** What is common: the place, which is made, entered and cleared. */
    private abstract static class Writing extends Question {
        private final String directory;
        private final List<String> files;

        Writing(String about, String directory, List<String> files, String... keys) {
            super(about, keys);
            this.directory = directory;
            this.files = files;
            maySend(2, "CWD " + directory, "CWD " + PLACE);
            maySend(1, "MKD " + PLACE, "RMD " + PLACE);
            maySend(files.size(), "DELE {name}");
        }

        /** Does it in the place. */
        abstract void inPlace(Interview it) throws IOException;

        /** @param made the reply to MKD */
        void made(Interview it, Reply made) {}

        /** Removes directories that were made in the place. */
        void removeDirectories(Interview it) throws IOException {}

        @Override
        final void ask(Interview it) throws IOException {
            it.logIn();
            if (it.ask("CWD " + directory).code() / 100 != 2) {
                throw new NoAnswerException("there is no directory " + directory + " to write in");
            }
            Reply made = it.ask("MKD " + PLACE);
            if (made.code() / 100 != 2) {
                throw new NoAnswerException("no directory " + PLACE + " can be made in " + directory + ": "
                        + made.raw().strip());
            }
            try {
                made(it, made);
                enter(it);
                inPlace(it);
            } finally {
                boolean interrupted = Thread.interrupted(); // what was made is removed all the same
                try {
                    clear(it);
                } finally {
                    if (interrupted) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
        }

        private static void enter(Interview it) throws IOException {
            if (it.ask("CWD " + PLACE).code() / 100 != 2) {
                throw new NoAnswerException("the directory that was made can't be entered");
            }
        }

        /** In a session of its own, as the last one may be in any state; and nowhere but in the place. */
        private void clear(Interview it) throws IOException {
            boolean cleared = false;
            try {
                it.logIn();
                if (it.ask("CWD " + directory).code() / 100 == 2) {
                    enter(it);
                    for (String file : files) {
                        it.ask("DELE {name}", file);
                    }
                    removeDirectories(it);
                    it.ask("CDUP");
                    cleared = it.ask("RMD " + PLACE).code() / 100 == 2;
                }
                it.quit();
            } finally {
                if (!cleared) {
                    it.answers().remark("left behind", PLACE + " in " + directory + "; remove it by hand");
                }
            }
        }
    }

    /** Files and directories: names, renaming, line ends. */
    private static final class Files extends Writing {
        Files(String directory) {
            super(
                    "names, renaming and line ends of files that it makes",
                    directory,
                    List.of(FILE, OTHER, INNER + "/" + FILE),
                    ReplyLines.key("created"),
                    ReplyLines.key("rename-pending"),
                    "ftp.rename-overwrites",
                    "ftp.type-a",
                    "ftp.listing-wildcards",
                    "ftp.nlst-argument",
                    "ftp.nlst-names",
                    "ftp.shown-directory");
            mayOpen(2);
            mayLogIn(2);
            mayTransfer(8);
            maySend(1, "MKD " + INNER, "RMD " + INNER, "TYPE I", "TYPE A", "CDUP");
            maySend(3, "STOR {name}");
            maySendData(3, TEXT);
            maySend(1, "RETR " + FILE, "LIST", "RNFR " + FILE, "RNTO " + OTHER);
            maySend(1, "LIST {pattern}", "NLST", "NLST {name}", "CWD {othercase}", "PWD");
        }

        @Override
        void made(Interview it, Reply made) {
            if (made.code() == 257) {
                ReplyLines.settle(it.answers(), "created", made, ReplyLines.withPath(made.text()));
            }
        }

        @Override
        void removeDirectories(Interview it) throws IOException {
            it.ask("RMD " + INNER);
        }

        @Override
        void inPlace(Interview it) throws IOException {
            it.ask("MKD " + INNER);
            it.ask("TYPE I");
            store(it, FILE);
            store(it, OTHER);
            store(it, INNER + "/" + FILE);
            it.ask("TYPE A");
            Transfer download = Transfer.of(it, "RETR " + FILE);
            download.data().ifPresent(data -> typeA(it.answers(), data));
            Transfer list = Transfer.of(it, "LIST");
            Listing.of(list.data().orElse("")).entries().stream().findFirst().ifPresent(entry -> it.answers()
                    .remark("LIST", entry.style() + ", names from column " + entry.nameColumn()));
            Clock.remark(it.answers(), list.data().orElse(""), FILE);
            Reply from = it.ask("RNFR " + FILE);
            if (from.code() == 350) {
                ReplyLines.settle(it.answers(), "rename-pending", from);
                it.answers()
                        .found(
                                "ftp.rename-overwrites",
                                Boolean.toString(it.ask("RNTO " + OTHER).code() / 100 == 2));
            }
            Names.ask(it, INNER);
        }

        private static void typeA(Answers answers, String data) {
            if (data.startsWith("a\n")) {
                answers.found("ftp.type-a", "as-stored");
            } else if (data.startsWith("a\r\n")) {
                answers.found("ftp.type-a", "line-ends");
            } else {
                answers.leftOpen("ftp.type-a", "line ends come as nothing that a profile has a word for");
            }
        }

        private static void store(Interview it, String name) throws IOException {
            try (Upload upload = Upload.begin(it, "STOR {name}", name)) {
                upload.send(TEXT);
                upload.end();
            }
            it.next();
        }
    }

    /** Which letters beyond ASCII are the same in another case. */
    private static final class Letters extends Writing {
        private static final String NAME = "wec7emu-";
        private static final int PAIRS = CodePageLetters.PAIRS.size();

        Letters(String directory) {
            super("which letters are the same in another case", directory, List.of(), "ftp.code-page");
            mayOpen(2);
            mayLogIn(2);
            maySend(PAIRS, "MKD " + NAME + "{letter}", "CWD " + NAME + "{letter}", "RMD " + NAME + "{letter}");
            maySend(PAIRS + 1, "CDUP");
        }

        @Override
        void inPlace(Interview it) throws IOException {
            List<Boolean> same = new ArrayList<>();
            for (CodePageLetters.Pair pair : CodePageLetters.PAIRS) {
                boolean made = it.ask("MKD " + NAME + "{letter}", pair.small()).code() / 100 == 2;
                boolean found = made
                        && it.ask("CWD " + NAME + "{letter}", pair.capital()).code() / 100 == 2;
                if (found) {
                    it.ask("CDUP");
                }
                same.add(found);
            }
            List<String> codePages = CodePageLetters.of(same);
            if (codePages.size() == 1) {
                it.answers()
                        .concluded(
                                "ftp.code-page", codePages.get(0), "letters have the capital ones of this code page");
            } else {
                it.answers()
                        .leftOpen(
                                "ftp.code-page",
                                same.contains(true)
                                        ? "letters have the capital ones of no code page that is known"
                                        : "names that differ in case only are different, so letters can't be told");
            }
        }

        @Override
        void removeDirectories(Interview it) throws IOException {
            for (CodePageLetters.Pair pair : CodePageLetters.PAIRS) {
                it.ask("RMD " + NAME + "{letter}", pair.small());
            }
        }
    }

    /** Uploads that are broken off. */
    private static final class Interrupted extends Writing {
        Interrupted(String directory) {
            super(
                    "what becomes of uploads that are broken off",
                    directory,
                    List.of(FILE, OTHER, INNER),
                    "ftp.abort",
                    "ftp.disconnect",
                    "ftp.broken-upload",
                    ReplyLines.key("transfer-aborted"));
            mayOpen(2);
            mayLogIn(2);
            mayTransfer(4);
            maySend(1, "ABOR", "CDUP");
            maySend(3, "STOR {name}");
            maySend(1, "RETR {name}");
            maySendData(6, TEXT);
        }

        @Override
        void inPlace(Interview it) throws IOException {
            broken(it);
            aborted(it);
            disconnected(it);
        }

        private static void broken(Interview it) throws IOException {
            try (Upload upload = Upload.begin(it, "STOR {name}", FILE)) {
                upload.send(TEXT);
                upload.reset();
            }
            Reply reply = it.next();
            if (reply.code() == 426) {
                ReplyLines.settle(it.answers(), "transfer-aborted", reply);
                Transfer download = Transfer.of(it, "RETR {name}", FILE);
                it.answers().found("ftp.broken-upload", download.isComplete() ? "kept" : "removed");
            } else {
                it.answers().leftOpen("ftp.broken-upload", "an upload that breaks is answered by " + reply.code());
            }
        }

        private static void aborted(Interview it) throws IOException {
            Heard early;
            try (Upload upload = Upload.begin(it, "STOR {name}", OTHER)) {
                upload.send(TEXT);
                it.send("ABOR");
                early = it.next(it.settings().quiet());
                upload.sendIfTaken(TEXT);
                upload.end();
            }
            int code = (early instanceof Heard.Silence ? it.next() : Interview.expectReply(early, "ABOR")).code();
            if (code == 426) {
                it.answers().found("ftp.abort", "at-once");
            } else if (early instanceof Heard.Silence) {
                it.answers().found("ftp.abort", "after-transfer");
            } else {
                it.answers().leftOpen("ftp.abort", "ABOR in an upload is answered by " + code + " before its end");
            }
            it.next();
        }

        private static void disconnected(Interview it) throws IOException {
            try (Upload upload = Upload.begin(it, "STOR {name}", INNER)) {
                upload.send(TEXT);
                it.control().endOutput();
                Heard heard = it.next(it.settings().quiet());
                if (heard instanceof Heard.Silence) {
                    upload.sendIfTaken(TEXT);
                    upload.end();
                    heard = it.next(it.settings().patience());
                }
                boolean whole = heard instanceof Reply reply && reply.code() / 100 == 2;
                if (heard instanceof Heard.Silence) {
                    it.answers().leftOpen("ftp.disconnect", "nothing is heard of the transfer");
                } else {
                    it.answers().found("ftp.disconnect", whole ? "finishes-transfer" : "ends-transfer");
                }
            }
        }
    }

    /** An upload in which nothing is sent. */
    private static final class Stalled extends Writing {
        private final Duration most;

        Stalled(String directory, Duration most) {
            super(
                    "how long an upload may stand still (up to " + most.toSeconds() + " s)",
                    directory,
                    List.of(FILE),
                    "ftp.data-stall");
            this.most = most;
            mayOpen(2);
            mayLogIn(2);
            mayTransfer(1);
            maySend(1, "STOR {name}", "CDUP");
            maySendData(1, TEXT);
        }

        @Override
        void inPlace(Interview it) throws IOException {
            try (Upload upload = Upload.begin(it, "STOR {name}", FILE)) {
                upload.send(TEXT);
                Duration sent = it.transcript().now();
                Heard heard = it.next(most);
                if (heard instanceof Reply reply && reply.code() == 421) {
                    it.answers().leftOpen("ftp.data-stall", "the session was ended before, as an idle one is");
                } else if (heard instanceof Reply reply && reply.code() >= 400) {
                    Timers.settle(it.answers(), "ftp.data-stall", reply.begun().minus(sent));
                } else {
                    it.answers().leftOpen("ftp.data-stall", "not within " + most.toSeconds() + " s");
                }
            }
        }
    }

    /** Whether anonymous may write. */
    private static final class AnonymousWrites extends Question {
        private final String directory;

        AnonymousWrites(String directory) {
            super("whether anonymous may write", "ftp.allow-anonymous-upload", "ftp.directories-need-write");
            this.directory = directory;
            mayOpen(1);
            maySend(1, "USER anonymous", "PASS guest", "QUIT", "CWD " + directory);
            mayTransfer(1);
            maySend(1, "STOR wec7emu-probe.txt", "DELE wec7emu-probe.txt", "MKD " + PLACE, "RMD " + PLACE);
        }

        @Override
        void ask(Interview it) throws IOException {
            Interview.expectReply(it.open(), "the connection");
            Reply user = it.ask("USER anonymous");
            if ((user.code() == 331 ? it.ask("PASS guest") : user).code() / 100 != 2) {
                throw new NoAnswerException("anonymous isn't let in");
            }
            if (it.ask("CWD " + directory).code() / 100 != 2) {
                throw new NoAnswerException("anonymous has no directory " + directory);
            }
            boolean allowed = uploads(it);
            it.answers().found("ftp.allow-anonymous-upload", Boolean.toString(allowed));
            if (allowed) {
                it.ask("DELE wec7emu-probe.txt");
                it.answers().leftOpen("ftp.directories-need-write", "no user is known who may not write");
            } else {
                boolean made = it.ask("MKD " + PLACE).code() / 100 == 2;
                it.answers().found("ftp.directories-need-write", Boolean.toString(!made));
                if (made) {
                    it.ask("RMD " + PLACE);
                }
            }
            it.quit();
        }

        private static boolean uploads(Interview it) throws IOException {
            try (Upload upload = Upload.begin(it, "STOR wec7emu-probe.txt")) {
                upload.end();
            } catch (Upload.RefusedException e) {
                return false;
            }
            return it.next().code() / 100 == 2;
        }
    }
}

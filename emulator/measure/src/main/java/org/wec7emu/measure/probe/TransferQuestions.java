package org.wec7emu.measure.probe;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wec7emu.measure.client.DataConnection;
import org.wec7emu.measure.client.Endpoints;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.measure.client.Heard.Reply;
import org.wec7emu.measure.client.Reach;
import org.wec7emu.measure.client.ReachException;
import org.wec7emu.measure.probe.Notebook.Mode;

/** Listings over data connections of either mode. */
final class TransferQuestions {
    private TransferQuestions() {}

    static List<Question> all() {
        return List.of(new Active(), new Passive(), new Unarranged(), new Arguments());
    }

    /** PORT, LIST: 150, the server's port, 226. */
    private static final class Active extends Question {
        Active() {
            super(
                    "LIST in active mode",
                    ReplyLines.key("opening-data-connection"),
                    ReplyLines.key("transfer-complete"));
            mayOpen(1);
            mayLogIn(1);
            maySend(1, "PORT {here}", "EPRT {eprt}", "LIST");
        }

        @Override
        void ask(Interview it) throws IOException {
            it.logIn();
            Transfer list = Transfer.of(it, Mode.ACTIVE, "LIST");
            Reply first = list.first();
            if (first != null && first.code() == 150) {
                ReplyLines.settle(it.answers(), "opening-data-connection", first);
            } else if (first != null) {
                it.answers().leftOpen(ReplyLines.key("opening-data-connection"), "LIST is answered by " + first.code());
            }
            it.answers().remark("active mode", words(it, list));
            finish(it, list);
            it.quit();
        }

        private static String words(Interview it, Transfer list) {
            if (!list.isComplete()) {
                return "doesn't work: " + last(list);
            }
            return "works; the server connects from port "
                    + (list.port() - it.settings().portOffset());
        }
    }

    private static String last(Transfer list) {
        Reply reply = list.last() != null ? list.last() : list.first() != null ? list.first() : list.arranged();
        return reply.raw().strip()
                + (list.reach() == Reach.OPEN ? "" : ", " + list.reach().name().toLowerCase(Locale.ROOT));
    }

    private static void finish(Interview it, Transfer list) {
        Reply last = list.last();
        if (!list.isComplete() || last == null) {
            return;
        }
        it.notebook().works(list.mode());
        if (last.code() == 226) {
            ReplyLines.settle(it.answers(), "transfer-complete", last);
        }
        Listing listing = Listing.of(list.data().orElse(""));
        it.notebook().listing(listing);
        listing.entries().stream().findFirst().ifPresent(entry -> it.answers()
                .remark("LIST", entry.style() + ", names from column " + entry.nameColumn()));
    }

    /** PASV, LIST, and the connection only afterwards: whether it is waited for, and whether it gets through. */
    private static final class Passive extends Question {
        Passive() {
            super("LIST in passive mode", ReplyLines.key("transfer-starting"), ReplyLines.key("transfer-complete"));
            mayOpen(2);
            mayLogIn(2);
            maySend(2, "PASV", "EPSV", "LIST");
            mayConnectPassively(2);
        }

        @Override
        void ask(Interview it) throws IOException {
            it.logIn();
            Transfer list = Transfer.of(it, Mode.PASSIVE, "LIST");
            it.notebook().passiveReach(list.reach());
            Reply first = list.first();
            if (first != null && (first.code() == 125 || first.code() == 150)) {
                ReplyLines.settle(it.answers(), "transfer-starting", first);
            }
            if (!list.isComplete()) {
                it.answers().remark("passive mode", "doesn't work: " + last(list));
                it.answers().leftOpen(ReplyLines.key("transfer-starting"), "no passive data connection comes about");
                it.close(); // the server may wait for the connection for long
                return;
            }
            finish(it, list);
            it.quit();
            it.logIn();
            it.answers().remark("passive mode", "works; " + order(it));
            it.quit();
        }

        private static String order(Interview it) throws IOException {
            Reply arranged = it.target().isIpv6() ? it.ask("EPSV") : it.ask("PASV");
            Optional<Endpoints.Named> named = Transfer.named(arranged);
            if (named.isEmpty()) {
                return "but not twice";
            }
            it.send("LIST");
            Heard early = it.next(it.settings().quiet());
            boolean waits = early instanceof Heard.Silence;
            Reply first;
            try (DataConnection data = Transfer.connect(it, named.get().port())) {
                first = waits ? it.next() : Interview.expectReply(early, "LIST");
                data.receive(1 << 18);
            } catch (ReachException e) {
                return "but only when the client connects before LIST";
            }
            return first.code() + " comes " + (waits ? "once the client has connected" : "before the client connects")
                    + ", " + it.next().code() + " at the end";
        }
    }

    /** LIST without a data connection arranged. */
    private static final class Unarranged extends Question {
        Unarranged() {
            super("LIST without PORT or PASV", ReplyLines.key("no-data-connection"));
            mayOpen(1);
            mayLogIn(1);
            maySend(1, "LIST");
        }

        @Override
        void ask(Interview it) throws IOException {
            it.logIn();
            Reply reply = it.ask("LIST");
            if (reply.code() == 425) {
                ReplyLines.settle(it.answers(), "no-data-connection", reply);
                it.quit();
            } else {
                it.close();
                throw new NoAnswerException("LIST without PORT or PASV is answered by " + reply.code());
            }
        }
    }

    /** What LIST, NLST and CWD do with options, patterns and names in another case. */
    private static final class Arguments extends Question {
        Arguments() {
            super(
                    "options, patterns and names in another case",
                    "ftp.listing-options",
                    "ftp.listing-wildcards",
                    "ftp.nlst-argument",
                    "ftp.nlst-names",
                    "ftp.shown-directory");
            mayOpen(1);
            mayLogIn(1);
            mayTransfer(5);
            maySend(1, "LIST -al", "LIST {pattern}", "NLST", "NLST {name}", "CWD {othercase}", "PWD");
        }

        @Override
        void ask(Interview it) throws IOException {
            it.logIn();
            Transfer options = Transfer.of(it, "LIST -al");
            it.answers().found("ftp.listing-options", options.isComplete() ? "skipped" : "name");
            Optional<Listing.Entry> directory = it.notebook().listing().directory();
            if (directory.isEmpty()) {
                it.close();
                throw new NoAnswerException("the listing shows no directory to ask about");
            }
            Names.ask(it, directory.get().name());
            it.quit();
        }
    }
}

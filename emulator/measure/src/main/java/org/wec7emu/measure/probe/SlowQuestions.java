package org.wec7emu.measure.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.measure.client.Heard.End;
import org.wec7emu.measure.client.Heard.Reply;
import org.wec7emu.measure.client.MutePort;

/** Questions that take a timer of the server's to its end. */
final class SlowQuestions {
    private SlowQuestions() {}

    /** @param most longest wait */
    static List<Question> all(Duration most) {
        return List.of(new DataWait(most), new DialWait(most), new Idle(most));
    }

    /** PASV and LIST, and nobody connects. */
    private static final class DataWait extends Question {
        private final Duration most;

        DataWait(Duration most) {
            super(
                    "how long the server waits for a data connection (up to " + most.toSeconds() + " s)",
                    "ftp.data-wait",
                    ReplyLines.key("no-data-connection"));
            this.most = most;
            mayOpen(1);
            mayLogIn(1);
            maySend(1, "PASV", "EPSV", "LIST");
        }

        @Override
        void ask(Interview it) throws IOException {
            it.logIn();
            Reply arranged = it.target().isIpv6() ? it.ask("EPSV") : it.ask("PASV");
            if (Transfer.named(arranged).isEmpty()) {
                throw new NoAnswerException(
                        "PASV is answered by " + arranged.raw().strip());
            }
            Duration sent = it.transcript().now();
            it.send("LIST");
            Heard heard = it.next(most);
            if (heard instanceof Reply reply && reply.code() / 100 == 1) {
                heard = it.next(most);
            }
            boolean ended = heard instanceof Reply reply
                    && reply.code() == 421
                    && it.next(it.settings().quiet()) instanceof End;
            if (ended) {
                it.answers().leftOpen("ftp.data-wait", "the session was ended before, as an idle one is");
            }
            Timers.settle(it.answers(), "ftp.data-wait", heard, code -> code >= 400 && !ended, sent, most);
            if (heard instanceof Reply reply && reply.code() == 425) {
                ReplyLines.settle(it.answers(), "no-data-connection", reply);
            }
            it.close();
        }
    }

    /** PORT with a port where nobody answers, and LIST. */
    private static final class DialWait extends Question {
        private final Duration most;

        DialWait(Duration most) {
            super(
                    "how long the server tries to connect (up to " + most.toSeconds() + " s)",
                    "ftp.dial-wait",
                    ReplyLines.key("opening-data-connection"));
            this.most = most;
            mayOpen(1);
            mayLogIn(1);
            maySend(1, "PORT {here}", "EPRT {eprt}", "LIST");
        }

        @Override
        void ask(Interview it) throws IOException {
            it.logIn();
            try (MutePort mute = MutePort.open(it.control().address())) {
                Reply arranged = Transfer.arrangeActive(it, mute.endpoint());
                if (arranged.code() / 100 != 2) {
                    throw new NoAnswerException(
                            "PORT is answered by " + arranged.raw().strip());
                }
                Duration sent = it.transcript().now();
                Reply first = it.ask("LIST");
                Heard last = first.code() / 100 == 1 ? it.next(most) : first;
                Timers.settle(it.answers(), "ftp.dial-wait", last, code -> code == 425, sent, most);
            }
            it.close();
        }
    }

    /** A session in which nothing is said. */
    private static final class Idle extends Question {
        private final Duration most;

        Idle(Duration most) {
            super(
                    "when an idle session is ended (up to " + most.toSeconds() + " s)",
                    "ftp.idle-timeout",
                    "ftp.idle-ending",
                    ReplyLines.key("not-available"));
            this.most = most;
            mayOpen(1);
            mayLogIn(1);
            maySend(1, "NOOP");
        }

        @Override
        void ask(Interview it) throws IOException {
            it.logIn();
            Duration began = it.transcript().now(); // before the server can begin to wait
            it.ask("NOOP");
            Heard heard = it.next(most);
            if (heard instanceof Reply reply) {
                Timers.settle(it.answers(), "ftp.idle-timeout", reply.begun().minus(began));
                it.answers().found("ftp.idle-ending", "announced");
                if (reply.code() == 421) {
                    ReplyLines.settle(it.answers(), "not-available", reply);
                }
            } else if (heard instanceof End) {
                Timers.settle(it.answers(), "ftp.idle-timeout", heard.at().minus(began));
                it.answers().found("ftp.idle-ending", "closes");
            } else {
                it.answers().leftOpen("ftp.idle-timeout", Timers.within(most));
                it.answers().leftOpen("ftp.idle-ending", Timers.within(most));
            }
            it.close();
        }
    }
}

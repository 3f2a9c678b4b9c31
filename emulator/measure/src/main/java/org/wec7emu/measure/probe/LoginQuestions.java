package org.wec7emu.measure.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.measure.client.Heard.End;
import org.wec7emu.measure.client.Heard.Reply;
import org.wec7emu.measure.probe.ProbeTarget.Login;
import org.wec7emu.profile.FtpAccess;

/** What is said before a user is let in, and who is. */
final class LoginQuestions {
    /** No device is known to have such a user, and no server such a verb. */
    static final String NOBODY = "wec7emu-nobody";

    private static final String WRONG = "wec7emu-wrong";
    private static final int REFUSALS = 5;

    private LoginQuestions() {}

    static List<Question> all(ProbeSettings settings) {
        return List.of(
                new BeforeLogin(), new WhoIsLetIn(settings), new WrongPassword(), new RefusedLogins(), new Anonymous());
    }

    /** The greeting, and what is answered to a stranger. */
    private static final class BeforeLogin extends Question {
        BeforeLogin() {
            super(
                    "the greeting, and what is answered before login",
                    ReplyLines.key("ready"),
                    "ftp.server-active",
                    "ftp.before-login",
                    ReplyLines.key("bad-sequence"),
                    ReplyLines.key("goodbye"));
            mayOpen(1);
            maySend(1, "SYST", "XYZZY", "PWD", "PASS " + WRONG, "QUIT");
        }

        @Override
        void ask(Interview it) throws IOException {
            Heard heard = it.open();
            if (!(heard instanceof Reply greeting) || greeting.code() == 0) {
                throw new NoFtpServerException(it.target().url(), heard);
            }
            if (greeting.code() / 100 == 2) {
                it.answers().found("ftp.server-active", "true");
                ReplyLines.settle(it.answers(), "ready", greeting);
            }
            Reply system = it.ask("SYST");
            Reply unknown = it.ask("XYZZY");
            Reply directory = it.ask("PWD");
            rule(it.answers(), system, unknown, directory);
            Reply password = it.ask("PASS " + WRONG);
            if (password.code() == 503) {
                ReplyLines.settle(it.answers(), "bad-sequence", password);
            } else {
                it.answers()
                        .leftOpen(ReplyLines.key("bad-sequence"), "PASS before USER is answered by " + password.code());
            }
            it.quit();
        }

        private static void rule(Answers answers, Reply system, Reply unknown, Reply directory) {
            String key = "ftp.before-login";
            if (directory.code() / 100 == 2) {
                answers.leftOpen(key, "PWD is answered before login, which no value of it says");
            } else if (system.code() / 100 == 2) {
                answers.found(key, "informative");
            } else if (unknown.code() == directory.code()) {
                answers.found(key, "all-refused");
            } else {
                answers.found(key, "unknown-told");
            }
        }
    }

    /** Tries the users that were given or are usual. */
    private static final class WhoIsLetIn extends Question {
        private final List<Login> logins;

        WhoIsLetIn(ProbeSettings settings) {
            super(
                    "which user is let in",
                    "ftp.accounts",
                    ReplyLines.key("password-needed"),
                    ReplyLines.key("logged-in"));
            logins = settings.logins();
            mayOpen(logins.size());
            mayLogIn(logins.size());
        }

        @Override
        void ask(Interview it) throws IOException {
            Reply last = null;
            for (Login login : logins) {
                Interview.expectReply(it.open(), "the connection");
                last = attempt(it, login);
                if (last.code() / 100 == 2) {
                    it.notebook().letIn(login);
                    it.quit();
                    return;
                }
                it.quit();
            }
            throw new NoAnswerException("no user was let in, of: "
                    + String.join(", ", logins.stream().map(Login::user).toList())
                    + (last == null ? "" : "; the last answer was " + last.raw().strip())
                    + "; give one in the address, as in ftp://user:password@"
                    + it.target().host());
        }

        private static Reply attempt(Interview it, Login login) throws IOException {
            boolean anonymous = login.user().equalsIgnoreCase(FtpAccess.ANONYMOUS);
            Reply user = it.ask("USER {user}", login.user());
            if (user.code() != 331) {
                return user;
            }
            if (!anonymous) {
                ReplyLines.settle(it.answers(), "password-needed", user);
            }
            Reply password = it.ask("PASS {password}", login.password());
            if (password.code() == 230) {
                ReplyLines.settle(it.answers(), "logged-in", password);
                if (!anonymous) {
                    it.answers().found("ftp.accounts", login.user());
                }
            }
            return password;
        }
    }

    /** One wrong password of the user that was let in. */
    private static final class WrongPassword extends Question {
        WrongPassword() {
            super("whether passwords are checked", "ftp.use-authentication");
            mayOpen(1);
            maySend(1, "USER {user}", "PASS " + WRONG, "QUIT");
        }

        @Override
        void ask(Interview it) throws IOException {
            Login login = it.notebook().login();
            if (login.user().equalsIgnoreCase(FtpAccess.ANONYMOUS)) {
                throw new NoAnswerException("only anonymous was let in, whose password is never checked");
            }
            Interview.expectReply(it.open(), "the connection");
            it.ask("USER {user}", login.user());
            Reply reply = it.ask("PASS " + WRONG);
            it.answers().found("ftp.use-authentication", reply.code() / 100 == 2 ? "false" : "true");
            it.quit();
        }
    }

    /** Refused logins of a user that there isn't: their reply, its delay, and how many are borne. */
    private static final class RefusedLogins extends Question {
        /** The shortest that was seen, as nothing is ever too quick; negative when there was none. */
        private Duration delay = Timers.NONE;

        RefusedLogins() {
            super(
                    "what a refused login hears, when, and how often",
                    "ftp.login-delay",
                    "ftp.max-refused-logins",
                    ReplyLines.key("password-needed"),
                    ReplyLines.key("not-logged-in"));
            mayOpen(1);
            maySend(REFUSALS, "USER " + NOBODY, "PASS " + WRONG);
            maySend(1, "NOOP", "QUIT");
        }

        @Override
        void ask(Interview it) throws IOException {
            try {
                refuse(it);
            } finally {
                if (!delay.isNegative()) {
                    Timers.settle(it.answers(), "ftp.login-delay", delay);
                }
            }
        }

        private void refuse(Interview it) throws IOException {
            Interview.expectReply(it.open(), "the connection");
            for (int refused = 1; refused <= REFUSALS; refused++) {
                Heard user = it.hear("USER " + NOBODY);
                if (user instanceof End) {
                    closedAfter(it.answers(), refused - 1);
                    return;
                }
                Reply known = Interview.expectReply(user, "USER");
                if (known.code() != 331) {
                    throw new NoAnswerException("USER of an unknown user is answered by " + known.code());
                }
                ReplyLines.settle(it.answers(), "password-needed", known);
                Duration sent = it.transcript().now();
                Heard heard = it.hear("PASS " + WRONG);
                if (heard instanceof End) {
                    closedAfter(it.answers(), refused);
                    return;
                }
                Reply refusal = Interview.expectReply(heard, "PASS");
                if (refusal.code() / 100 == 2) {
                    throw new NoAnswerException("a user is let in that nobody knows");
                }
                if (refusal.code() == 530) {
                    ReplyLines.settle(it.answers(), "not-logged-in", refusal);
                }
                delay = Timers.shorter(delay, refusal.begun().minus(sent));
            }
            if (it.hear("NOOP") instanceof End) {
                closedAfter(it.answers(), REFUSALS);
                return;
            }
            it.answers()
                    .concluded(
                            "ftp.max-refused-logins",
                            "0",
                            REFUSALS + " logins were refused in one session, and it went on");
            it.quit();
        }

        private static void closedAfter(Answers answers, int refused) {
            answers.found("ftp.max-refused-logins", Integer.toString(refused));
        }
    }

    /** Whether anonymous is let in. */
    private static final class Anonymous extends Question {
        Anonymous() {
            super("whether anonymous is let in", "ftp.allow-anonymous", ReplyLines.key("anonymous-password-needed"));
            mayOpen(1);
            maySend(1, "USER anonymous", "PASS guest", "QUIT");
        }

        @Override
        void ask(Interview it) throws IOException {
            Interview.expectReply(it.open(), "the connection");
            Reply user = it.ask("USER anonymous");
            Reply last = user.code() == 331 ? it.ask("PASS guest") : user;
            boolean allowed = last.code() / 100 == 2;
            it.answers().found("ftp.allow-anonymous", Boolean.toString(allowed));
            if (allowed && user.code() == 331) {
                ReplyLines.settle(it.answers(), "anonymous-password-needed", user);
                ReplyLines.settle(it.answers(), "logged-in", last);
            }
            it.quit();
        }
    }
}

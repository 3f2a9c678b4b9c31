package org.wec7emu.measure.behaviour;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.wec7emu.host.PortMap;
import org.wec7emu.measure.client.ControlConnection;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.measure.client.ReachException;
import org.wec7emu.measure.client.Transcript;

/** A control connection to a subject. For one thread at a time. */
final class Session implements Closeable {
    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final int LOGGED_IN = 230;
    private static final int READY = 220;

    private final ControlConnection control;
    private final Heard greeting;
    private final Transcript transcript;
    private final Duration patience;

    private Session(ControlConnection control, Heard greeting, Transcript transcript, Duration patience) {
        this.patience = patience;
        this.control = control;
        this.greeting = greeting;
        this.transcript = transcript;
    }

    /** Connects and hears the greeting, whatever it is. */
    static Session connect(Subject subject) throws IOException {
        Transcript transcript = new Transcript();
        Duration patience = subject.patienceFor(PortMap.CONTROL_PORT);
        ControlConnection control = ControlConnection.open(subject.control(), patience, transcript);
        try {
            return new Session(
                    control, control.reply(subject.patienceForReplies()), transcript, subject.patienceForReplies());
        } catch (IOException e) {
            control.close();
            throw e;
        }
    }

    /**
     * Connects and logs in.
     *
     * @throws NoSessionException when there is no session to be had; it says why
     */
    static Session loggedIn(Subject subject) throws IOException {
        Session session = greeted(subject);
        try {
            Heard answer = session.login(subject.user(), subject.password());
            if (code(answer) != LOGGED_IN) {
                throw new NoSessionException("no login: " + Replies.text(answer));
            }
            return session;
        } catch (IOException e) {
            session.close();
            throw e;
        }
    }

    /** @throws NoSessionException when there is no session to be had; it says why */
    static Session greeted(Subject subject) throws IOException {
        Session session;
        try {
            session = connect(subject);
        } catch (ReachException e) {
            throw new NoSessionException(Ports.control(e.reach()), e);
        }
        if (code(session.greeting()) != READY) {
            session.close();
            throw new NoSessionException("no greeting on port 21: " + Replies.text(session.greeting()));
        }
        return session;
    }

    static int code(Heard heard) {
        return heard instanceof Heard.Reply reply ? reply.code() : 0;
    }

    /** What is said to the password, or to the user name where no password is asked for. */
    Heard login(String user, String password) throws IOException {
        Heard answer = ask("USER " + user);
        if (code(answer) / 100 != 3) {
            return answer;
        }
        control.sendSecret("PASS " + password, "PASS ***");
        return reply();
    }

    Heard greeting() {
        return greeting;
    }

    ControlConnection control() {
        return control;
    }

    Transcript transcript() {
        return transcript;
    }

    Heard ask(String line) throws IOException {
        control.send(line);
        return reply();
    }

    /** The next reply. */
    Heard reply() throws IOException {
        return control.reply(patience);
    }

    /** Says goodbye and waits until the other side has ended the session, so that it is no longer counted. */
    void quit() throws IOException {
        try (control) {
            control.send("QUIT");
            Heard heard = control.reply(GOODBYE);
            while (heard instanceof Heard.Reply) {
                heard = control.reply(GOODBYE);
            }
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            // it has ended already
        }
    }

    @Override
    public void close() throws IOException {
        control.close();
    }
}

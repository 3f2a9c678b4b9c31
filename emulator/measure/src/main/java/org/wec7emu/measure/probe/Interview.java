package org.wec7emu.measure.probe;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wec7emu.measure.client.ControlConnection;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.measure.client.Heard.End;
import org.wec7emu.measure.client.Heard.Reply;
import org.wec7emu.measure.client.PortLook;
import org.wec7emu.measure.client.Reach;
import org.wec7emu.measure.client.Transcript;
import org.wec7emu.measure.probe.PlannedStep.Kind;
import org.wec7emu.measure.probe.ProbeTarget.Login;

/**
 * Speaks to the server for one question: one session at a time, and nothing that the question hasn't announced. An unannounced
 * step is a fault of the program, and is never sent.
 */
final class Interview implements Closeable {
    private final ProbeTarget target;
    private final ProbeSettings settings;
    private final Notebook notebook;
    private final Question question;
    private final Map<PlannedStep, Integer> taken = new HashMap<>();
    private @Nullable ControlConnection control;

    Interview(ProbeTarget target, ProbeSettings settings, Notebook notebook, Question question) {
        this.target = target;
        this.settings = settings;
        this.notebook = notebook;
        this.question = question;
    }

    /** Opens a control connection, after the former has ended; returns the greeting. */
    Heard open() throws IOException {
        close();
        take(Kind.SESSION, "");
        ControlConnection opened = ControlConnection.open(target.control(), settings.patience(), transcript());
        control = opened;
        notebook.askedFrom(opened.address());
        return opened.reply();
    }

    /** Opens a session of the user that was let in. */
    void logIn() throws IOException {
        expectReply(open(), "the greeting");
        Login login = notebook.login();
        Reply reply = logIn(login);
        if (reply.code() / 100 != 2) {
            throw new NoAnswerException("the login of " + login.user() + " was refused: " + reply.text());
        }
    }

    /** Sends USER and, if asked for, PASS; returns the last reply. */
    Reply logIn(Login login) throws IOException {
        Reply user = ask("USER {user}", login.user());
        return user.code() == 331 ? ask("PASS {password}", login.password()) : user;
    }

    /** Sends a line and takes the reply. */
    Reply ask(String template, String... values) throws IOException {
        return expectReply(hear(template, values), template);
    }

    /** Sends a line and waits for what is to be heard. */
    Heard hear(String template, String... values) throws IOException {
        try {
            send(template, values);
        } catch (InterruptedIOException | NoAnswerException e) {
            throw e;
        } catch (IOException e) {
            transcript().note("the line can't be sent: " + e.getMessage()); // the server may have said why, and ended
        }
        return control().reply();
    }

    /** Sends a line, whose answer is to be waited for. */
    void send(String template, String... values) throws IOException {
        take(Kind.LINE, template);
        String line = Templates.fill(template, values);
        if (template.contains("{password}")) {
            control().sendSecret(line, template.replace("{password}", "***"));
        } else {
            control().send(line);
        }
    }

    /** The next reply of the server. */
    Reply next() throws IOException {
        return expectReply(control().reply(), "the last line");
    }

    /** What is heard within a time. */
    Heard next(Duration limit) throws IOException {
        return control().reply(limit);
    }

    static Reply expectReply(Heard heard, String after) throws NoAnswerException {
        if (heard instanceof Reply reply) {
            return reply;
        }
        throw new NoAnswerException(
                heard instanceof End ? "the server ended the session after " + after : "no answer to " + after);
    }

    /** Looks at a port as the device has it. */
    Reach lookAt(int port) throws IOException {
        take(Kind.PORT, Integer.toString(port));
        return PortLook.at(onHost(port), settings.quiet(), transcript());
    }

    InetSocketAddress onHost(int port) {
        return new InetSocketAddress(target.control().getAddress(), port + settings.portOffset());
    }

    /** Makes sure that a step was announced, and isn't taken too often. */
    void take(Kind kind, String text) {
        int most = 0;
        for (PlannedStep step : question.steps()) {
            if (step.kind() == kind && step.text().equals(text)) {
                most += step.most();
            }
        }
        int times = taken.merge(new PlannedStep(kind, text, 0), 1, Integer::sum);
        if (times > most) {
            throw new IllegalStateException(
                    "'" + question.about() + "' has not announced: " + kind + " " + text + ", " + times + " times");
        }
    }

    ControlConnection control() throws IOException {
        if (control == null) {
            throw new NoAnswerException("there is no session");
        }
        return control;
    }

    ProbeTarget target() {
        return target;
    }

    ProbeSettings settings() {
        return settings;
    }

    Notebook notebook() {
        return notebook;
    }

    Answers answers() {
        return notebook.answers();
    }

    Transcript transcript() {
        return notebook.transcript();
    }

    /** Says QUIT and takes the answer; whatever it is, the session is over. */
    void quit() throws IOException {
        try {
            Heard heard = hear("QUIT");
            if (heard instanceof Reply reply && reply.code() == 221) {
                ReplyLines.settle(answers(), "goodbye", reply);
            }
        } finally {
            close();
        }
    }

    /** Ends the session without a word. */
    @Override
    public void close() throws IOException {
        if (control != null) {
            control.close();
            control = null;
        }
    }
}

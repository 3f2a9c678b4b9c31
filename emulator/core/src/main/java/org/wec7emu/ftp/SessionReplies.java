package org.wec7emu.ftp;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.function.Consumer;
import org.wec7emu.host.ControlOutput;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.profile.FtpReplies.Occasion;
import org.wec7emu.profile.FtpReplies.Text;

/** What the device says on one control connection: the profile's texts, noted in the journal, by the way that faults leave open. */
final class SessionReplies {
    private final long session;
    private final FtpEnvironment environment;
    private final ControlOutput output;
    private final ReplyPath path;
    private final Charset codePage;
    private volatile boolean silent;
    private volatile long last = System.nanoTime();

    SessionReplies(long session, FtpEnvironment environment, ControlOutput output) {
        this.session = session;
        this.environment = environment;
        this.output = output;
        path = new ReplyPath(environment.faults(), environment.timer());
        codePage = environment.codePage();
    }

    /** @param placeholders by name; {@code {name}} in the text is replaced */
    void send(Occasion occasion, Map<String, String> placeholders) {
        send(text(occasion, placeholders), output::write);
    }

    /** Has the reply sent while the device goes on at once with what it announces. */
    void announce(Occasion occasion) {
        send(text(occasion, Map.of()), output::writeMeanwhile);
    }

    /** Sends a reply of several lines, given whole. */
    void sendLines(int code, String lines) {
        send(new CeReply(code, lines, codePage, true), output::write);
    }

    private void send(CeReply reply, Consumer<CeReply> way) {
        last = System.nanoTime();
        if (!silent) {
            environment.note(new DeviceEvent.ReplySent(environment.now(), session, reply.code(), reply.text()));
            path.take(() -> reply.bytes().length, () -> way.accept(reply));
        }
    }

    private CeReply text(Occasion occasion, Map<String, String> placeholders) {
        Text template = environment.profile().replies().get(occasion);
        String text = template.text();
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            text = text.replace("{" + placeholder.getKey() + "}", placeholder.getValue());
        }
        return CeReply.line(template.code(), text, codePage);
    }

    /** When a reply was sent last, or the session began, on the clock of {@link System#nanoTime}. */
    long last() {
        return last;
    }

    /** Does something behind what is said already. */
    void behind(Runnable task) {
        path.take(() -> 0, task);
    }

    /** From now on nothing is said, as there is no power. */
    void fallSilent() {
        silent = true;
    }

    /** Forgets what has not been sent, as the connection has ended. */
    void end() {
        path.end();
    }
}

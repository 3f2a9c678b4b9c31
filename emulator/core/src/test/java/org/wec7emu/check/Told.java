package org.wec7emu.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.TransferMode;

/** A journal as a story: each step is a second later than the one before. */
final class Told {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String BECAUSE = "no rule allows it";

    private final List<DeviceEvent> events = new ArrayList<>();
    private long session;
    private int seconds;

    private Instant next() {
        return NOON.plusSeconds(seconds++);
    }

    private Told add(DeviceEvent event) {
        events.add(event);
        return this;
    }

    static Told begin() {
        return started(true);
    }

    static Told started(boolean ftpOn) {
        Told told = new Told();
        return told.add(new DeviceEvent.DeviceStarted(
                told.next(), "CX8100", "ftp-ready", "127.0.0.1", 2100, "socket", "direct", true, ftpOn));
    }

    Told connected() {
        session++;
        return add(new DeviceEvent.ConnectionOpened(next(), session, "127.0.0.1:4242", 21));
    }

    Told loggedIn() {
        return connected().add(new DeviceEvent.LoginSucceeded(next(), session, "webguest"));
    }

    Told refused(String user) {
        return add(new DeviceEvent.LoginRefused(next(), session, user));
    }

    Told dropped(int port) {
        return add(new DeviceEvent.ConnectionDropped(next(), "", port, port + 2100, 1, "BlockAllRule", BECAUSE));
    }

    Told command(String line, int code, String text) {
        String[] words = line.split(" ", 2);
        add(new DeviceEvent.CommandReceived(next(), session, words[0], words.length == 1 ? "" : words[1]));
        return reply(code, text);
    }

    Told reply(int code, String text) {
        return add(new DeviceEvent.ReplySent(next(), session, code, text));
    }

    Told passive(int port) {
        return add(new DeviceEvent.DataConnectionOffered(next(), session, TransferMode.PASSIVE, "127.0.0.1", port));
    }

    Told active(int port) {
        return add(new DeviceEvent.DataConnectionOffered(next(), session, TransferMode.ACTIVE, "127.0.0.1", port));
    }

    Told opened(TransferMode mode) {
        return add(new DeviceEvent.DataConnectionOpened(next(), session, mode, 4243, 20));
    }

    Told blocked(int port) {
        return add(new DeviceEvent.DataConnectionDropped(
                next(), session, port, OptionalLong.of(1), "BlockAllRule", BECAUSE));
    }

    Told dialLost(int port) {
        return add(new DeviceEvent.DialDropped(next(), session, "127.0.0.1", port, "client-nat", "a NAT"));
    }

    Told dialBlocked(int port) {
        return add(new DeviceEvent.DialBlocked(next(), session, "127.0.0.1", port, "rule30", "rule rule30: Block any"));
    }

    Told dialRefused(int port) {
        return add(new DeviceEvent.DataConnectionRefused(next(), session, "127.0.0.1", port, "Connection refused"));
    }

    Told timedOut(TransferMode mode, int port) {
        return add(new DeviceEvent.DataConnectionTimedOut(next(), session, mode, port, Duration.ofSeconds(30)));
    }

    Told complete() {
        return add(new DeviceEvent.TransferCompleted(
                next(), session, DeviceEvent.Content.UPLOAD, "/a", 5, Duration.ofMillis(2)));
    }

    Told broke() {
        return add(new DeviceEvent.TransferFailed(
                next(), session, DeviceEvent.Content.UPLOAD, "/a", 5, Duration.ofMillis(2), "Broken pipe"));
    }

    Told gone() {
        return add(new DeviceEvent.ConnectionClosed(next(), session, DeviceEvent.Ending.BY_CLIENT));
    }

    Diagnosis endingWith(int exitCode) {
        return Diagnosis.of(events, new ClientEnd.Exited(exitCode));
    }

    Diagnosis killed() {
        return Diagnosis.of(events, new ClientEnd.TimedOut(Duration.ofSeconds(60)));
    }

    Diagnosis stopped(Duration after) {
        return Diagnosis.of(events, new ClientEnd.Stopped(after));
    }

    Diagnosis unseen() {
        return Diagnosis.of(events, new ClientEnd.Unseen());
    }
}

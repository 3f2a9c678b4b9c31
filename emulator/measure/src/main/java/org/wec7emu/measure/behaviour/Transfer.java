package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wec7emu.measure.behaviour.Observation.Seen;
import org.wec7emu.measure.behaviour.Observation.Tone;
import org.wec7emu.measure.client.ActivePort;
import org.wec7emu.measure.client.DataConnection;
import org.wec7emu.measure.client.Endpoints;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.measure.client.Reach;
import org.wec7emu.measure.client.ReachException;

/** One transfer over a data connection of its own. */
final class Transfer {
    static final String WORKS = "works";
    static final String BLOCKED = "blocked";
    static final String LOST = "lost";
    private static final int MOST = 1024 * 1024;

    private final Subject subject;
    private final Session session;
    private final DataMode mode;

    /**
     * What came of it.
     *
     * @param seen whether the data connection came about, and the transfer was completed
     * @param received one character a byte
     * @param replies to the command, in order
     * @param dialledFrom the port from which the client was dialled, as the device knows it; empty where it wasn't
     */
    record Result(Seen seen, String received, List<Heard> replies, Optional<Integer> dialledFrom) {
        boolean works() {
            return seen.outcome().equals(WORKS);
        }
    }

    Transfer(Subject subject, Session session, DataMode mode) {
        this.subject = subject;
        this.session = session;
        this.mode = mode;
    }

    /** Downloads what a command brings: LIST, NLST, RETR. */
    Result receive(String command) throws IOException {
        return run(command, Optional.empty());
    }

    /** Uploads by a command: STOR. */
    Result send(String command, String content) throws IOException {
        return run(command, Optional.of(content));
    }

    private Result run(String command, Optional<String> upload) throws IOException {
        return mode.isActive() ? active(command, upload) : passive(command, upload);
    }

    private Result passive(String command, Optional<String> upload) throws IOException {
        Heard offer = session.ask(mode.name());
        Optional<Endpoints.Named> named = offer instanceof Heard.Reply reply && reply.code() / 100 == 2
                ? (mode == DataMode.PASV ? Endpoints.passive(reply.text()) : Endpoints.extendedPassive(reply.text()))
                : Optional.empty();
        if (named.isEmpty()) {
            return ended(refused(offer, List.of()), List.of(offer));
        }
        int port = named.get().port();
        InetSocketAddress target =
                new InetSocketAddress(session.control().server().getAddress(), port);
        int logical = subject.logical(port);
        try (DataConnection data = DataConnection.open(target, subject.patienceFor(logical), session.transcript())) {
            Heard first = session.ask(command);
            return transferred(data, first, upload, subject.decidingOn(logical), Optional.empty());
        } catch (ReachException e) {
            return ended(dropped(e.reach(), logical), List.of());
        }
    }

    private Seen dropped(Reach reach, int port) {
        if (reach != Reach.SILENT) {
            return bad("the passive port refuses the connection", "", List.of());
        }
        String because = subject.whyDropped(port);
        String text = because.isEmpty() ? "blocked: the passive port is silent" : "blocked by the firewall";
        return new Seen(BLOCKED, text, Tone.BAD, because, subject.values(subject.decidingOn(port)));
    }

    private Result active(String command, Optional<String> upload) throws IOException {
        try (ActivePort listening =
                ActivePort.open(session.control().address(), subject.patienceForDial(), session.transcript())) {
            Heard taken = session.ask(mode == DataMode.PORT ? listening.portCommand() : listening.eprtCommand());
            if (Session.code(taken) / 100 != 2) {
                List<String> known = mode == DataMode.EPRT ? List.of("ftp.extended-port") : List.of();
                return ended(refused(taken, known), List.of(taken));
            }
            Heard first = session.ask(command);
            if (Session.code(first) / 100 > 2) {
                return ended(refused(first, uploading(upload)), List.of(first));
            }
            Optional<DataConnection> dialled = listening.accept();
            if (dialled.isEmpty()) {
                return ended(lost(), List.of(first));
            }
            try (DataConnection data = dialled.get()) {
                int from = subject.logical(data.remote().getPort());
                return transferred(data, first, upload, List.of("ftp.server-active"), Optional.of(from));
            }
        }
    }

    private Seen lost() {
        String because = subject.whyNotDialled();
        return new Seen(
                "lost",
                "the device's connect never arrives",
                Tone.BAD,
                because,
                subject.values(subject.decidingOnDial()));
    }

    private Result transferred(
            DataConnection data, Heard first, Optional<String> upload, List<String> deciding, Optional<Integer> from)
            throws IOException {
        List<Heard> replies = new ArrayList<>(List.of(first));
        if (Session.code(first) / 100 != 1) {
            return ended(refused(first, uploading(upload)), replies);
        }
        String received = "";
        if (upload.isPresent()) {
            data.send(upload.get());
            data.endOutput();
            data.close();
        } else {
            received = data.receive(MOST).bytes();
        }
        Heard last = session.reply();
        replies.add(last);
        Seen seen = Session.code(last) / 100 == 2
                ? new Seen(WORKS, WORKS, Tone.GOOD, "", subject.values(deciding))
                : refused(last, uploading(upload));
        return new Result(seen, received, replies, from);
    }

    private static Result ended(Seen seen, List<Heard> replies) {
        return new Result(seen, "", replies, Optional.empty());
    }

    private static List<String> uploading(Optional<String> upload) {
        return upload.isPresent() ? List.of("ftp.allow-anonymous-upload") : List.of();
    }

    private Seen refused(Heard answer, List<String> restsOn) {
        List<String> paths = new ArrayList<>(restsOn);
        paths.addAll(subject.repliesLike(Replies.line(answer)));
        return bad("refused: " + Replies.text(answer), "", subject.values(paths));
    }

    private static Seen bad(String text, String because, List<org.wec7emu.profile.ProfileValue> restsOn) {
        return new Seen(text, text, Tone.BAD, because, restsOn);
    }
}

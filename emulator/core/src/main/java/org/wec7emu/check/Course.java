package org.wec7emu.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.ConnectionDropped;
import org.wec7emu.journal.DeviceEvent.DataConnectionOffered;
import org.wec7emu.journal.DeviceEvent.ReplySent;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;
import org.wec7emu.journal.DeviceEvent.TransferFailed;
import org.wec7emu.journal.TransferMode;

/** What happened between clients and a device, as far as a verdict rests on it; collected event by event. */
final class Course {
    private static final int CONTROL_PORT = 21;
    private static final int NO_DATA_CONNECTION = 425;
    private static final String DIAL_UNANSWERED = "nothing answered before the client went";

    /** Data connections that got lost since the last transfer that was completed. */
    private final List<DataTrouble> troubles = new ArrayList<>();
    /** Those that the client got over. */
    private final List<DataTrouble> overcome = new ArrayList<>();

    private final Map<Long, DataConnectionOffered> offers = new HashMap<>();
    private final Map<Long, Instant> dials = new HashMap<>();
    private final Refusals refusals = new Refusals();
    private Duration lost = Duration.ZERO;
    private int connections;
    private int completed;
    private boolean loggedIn;
    private boolean ftpOn = true;
    private @Nullable TransferMode mode;
    private @Nullable String refusedUser;
    private @Nullable ConnectionDropped controlDrop;
    private @Nullable TransferFailed failure;

    static Course of(List<DeviceEvent> journal) {
        Course course = new Course();
        journal.forEach(course::take);
        return course;
    }

    private void take(DeviceEvent event) {
        if (event instanceof DeviceEvent.DeviceStarted e) {
            ftpOn = e.ftpOn();
        } else if (event instanceof ConnectionDropped e && e.port() == CONTROL_PORT) {
            controlDrop = controlDrop == null ? e : controlDrop;
        } else if (event instanceof DeviceEvent.ConnectionOpened) {
            connections++;
        } else if (event instanceof DeviceEvent.LoginSucceeded) {
            loggedIn = true;
        } else if (event instanceof DeviceEvent.LoginRefused e) {
            refusedUser = e.user();
        } else if (event instanceof CommandReceived e) {
            refusals.take(e);
        } else if (event instanceof ReplySent e) {
            reply(e);
        } else {
            data(event);
        }
    }

    private void reply(ReplySent reply) {
        refusals.take(reply);
        DataConnectionOffered offer = offers.get(reply.session());
        if (reply.code() >= Refusals.LOWEST_FINAL) {
            boolean unanswered = dials.remove(reply.session()) != null && reply.code() == NO_DATA_CONNECTION;
            if (unanswered && offer != null) {
                trouble(reply, TransferMode.ACTIVE, offer.port(), "", DIAL_UNANSWERED);
            }
        } else if (offer != null && offer.mode() == TransferMode.ACTIVE) {
            dials.put(reply.session(), reply.at());
        }
    }

    private void data(DeviceEvent event) {
        if (event instanceof DataConnectionOffered e) {
            offers.put(e.session(), e);
        } else if (event instanceof DeviceEvent.DataConnectionOpened e) {
            mode = e.mode();
            dials.remove(e.session());
        } else if (event instanceof DeviceEvent.DataConnectionDropped e) {
            trouble(e, TransferMode.PASSIVE, e.port(), e.rule(), e.because());
        } else if (event instanceof DeviceEvent.DialBlocked e) {
            trouble(e, TransferMode.ACTIVE, e.port(), e.rule(), e.because());
        } else if (event instanceof DeviceEvent.DialDropped e) {
            trouble(e, TransferMode.ACTIVE, e.port(), "", e.because());
        } else if (event instanceof DeviceEvent.DataConnectionRefused e) {
            trouble(e, TransferMode.ACTIVE, e.port(), "", e.because());
        } else if (event instanceof DeviceEvent.DataConnectionTimedOut e && e.mode() == TransferMode.ACTIVE) {
            trouble(e, TransferMode.ACTIVE, e.port(), "", "no answer in " + Words.seconds(e.waited()));
        } else if (event instanceof TransferCompleted e) {
            complete(e);
        } else if (event instanceof TransferFailed e) {
            failure = e;
        } else if (event instanceof DeviceEvent.ConnectionClosed e) {
            closed(e);
        }
    }

    /** A dial that got no answer ends with the control connection, without an event of its own but a 425 that may come before. */
    private void closed(DeviceEvent.ConnectionClosed event) {
        DataConnectionOffered offer = offers.get(event.session());
        if (dials.remove(event.session()) != null && offer != null) {
            trouble(event, TransferMode.ACTIVE, offer.port(), "", DIAL_UNANSWERED);
        }
    }

    private void trouble(DeviceEvent.OfSession event, TransferMode lostMode, int port, String rule, String because) {
        dials.remove(event.session());
        boolean known = troubles.stream()
                .anyMatch(other ->
                        other.session() == event.session() && other.mode() == lostMode && other.port() == port);
        if (!known) {
            DataConnectionOffered offer = offers.get(event.session());
            Instant offered = offer == null || offer.mode() != lostMode ? event.at() : offer.at();
            troubles.add(new DataTrouble(offered, event.at(), event.session(), lostMode, port, rule, because));
        }
    }

    private void complete(TransferCompleted event) {
        completed++;
        refusals.transferred();
        failure = null;
        if (!troubles.isEmpty()) {
            DataConnectionOffered offer = offers.get(event.session());
            Instant until = offer == null ? event.at() : offer.at();
            Duration more = Duration.between(troubles.get(0).offeredAt(), until);
            lost = more.isNegative() ? lost : lost.plus(more);
            overcome.addAll(troubles);
            troubles.clear();
        }
    }

    List<DataTrouble> troubles() {
        return troubles;
    }

    List<DataTrouble> overcome() {
        return overcome;
    }

    /** From the arrangement of the first data connection that got lost to that of the one that worked. */
    Duration lost() {
        return lost;
    }

    boolean everConnected() {
        return connections > 0;
    }

    int completed() {
        return completed;
    }

    boolean ftpOn() {
        return ftpOn;
    }

    /** Of the last data connection that was opened. */
    @Nullable
    TransferMode mode() {
        return mode;
    }

    /** Null when somebody was let in, or nobody refused. */
    @Nullable
    String refusedUser() {
        return loggedIn ? null : refusedUser;
    }

    @Nullable
    ConnectionDropped controlDrop() {
        return controlDrop;
    }

    /** The transfer that broke off, if none was completed since. */
    @Nullable
    TransferFailed failure() {
        return failure;
    }

    Refusals refusals() {
        return refusals;
    }
}

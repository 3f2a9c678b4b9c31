package org.wec7emu.report;

import static org.wec7emu.report.Lane.CLIENT_CONTROL;
import static org.wec7emu.report.Lane.CLIENT_DATA;
import static org.wec7emu.report.Lane.DEVICE_CONTROL;
import static org.wec7emu.report.Lane.DEVICE_DATA;
import static org.wec7emu.report.Lane.DEVICE_PASSIVE;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.ConnectionOpened;
import org.wec7emu.journal.DeviceEvent.DataConnectionDropped;
import org.wec7emu.journal.DeviceEvent.DataConnectionOffered;
import org.wec7emu.journal.DeviceEvent.DataConnectionOpened;
import org.wec7emu.journal.DeviceEvent.DataConnectionRefused;
import org.wec7emu.journal.DeviceEvent.DataConnectionTimedOut;
import org.wec7emu.journal.DeviceEvent.DialBlocked;
import org.wec7emu.journal.DeviceEvent.DialDropped;
import org.wec7emu.journal.DeviceEvent.FaultEnded;
import org.wec7emu.journal.DeviceEvent.FaultStarted;
import org.wec7emu.journal.DeviceEvent.FaultStruck;
import org.wec7emu.journal.DeviceEvent.FirewallChanged;
import org.wec7emu.journal.DeviceEvent.ReplySent;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;
import org.wec7emu.journal.DeviceEvent.TransferFailed;
import org.wec7emu.journal.TransferMode;
import org.wec7emu.report.Step.Tone;

/** Turns the events of one session into the steps of its ladder. */
final class SessionLadder {
    /** {@code address:port}. */
    private static final Pattern CLIENT = Pattern.compile("(.+):([0-9]{1,5})");

    private static final int FIRST_BAD_CODE = 400;

    private final long session;
    private final LadderSteps steps;
    private String client = "";
    private boolean closed;
    private TransferMode mode = TransferMode.ACTIVE;

    /** @param first what the session begins with, in this journal */
    SessionLadder(DeviceEvent.OfSession first, Surroundings surroundings) {
        this.session = first.session();
        this.steps = new LadderSteps(surroundings, first.at());
    }

    Ladder ladder() {
        return steps.ladder("Session " + session, client);
    }

    void add(DeviceEvent.OfSession event) {
        if (event instanceof ConnectionOpened e) {
            opened(e);
        } else if (event instanceof CommandReceived e) {
            String text = e.argument().isEmpty() ? e.verb() : e.verb() + " " + e.argument();
            steps.control(e.at(), CLIENT_CONTROL, DEVICE_CONTROL, Tone.CONTROL, text);
        } else if (event instanceof ReplySent e) {
            Tone tone = e.code() >= FIRST_BAD_CODE ? Tone.BAD : Tone.CONTROL;
            steps.control(e.at(), DEVICE_CONTROL, CLIENT_CONTROL, tone, Words.reply(e));
        } else if (event instanceof ConnectionClosed e) {
            Tone tone = e.ending() == DeviceEvent.Ending.QUIT ? Tone.CONTROL : Tone.BAD;
            steps.note(e.at(), DEVICE_CONTROL, tone, "closed " + Words.ending(e.ending()));
            closed = true;
        } else if (event instanceof FaultStruck e) {
            steps.note(e.at(), DEVICE_CONTROL, Tone.BAD, Words.struck(e));
        } else {
            dataConnection(event);
        }
    }

    /** A fault begins while the session lasts, or was on when it began. */
    void add(FaultStarted event) {
        if (!closed) {
            steps.note(event.at(), DEVICE_CONTROL, Tone.BAD, Words.started(event));
        }
    }

    void add(FaultEnded event) {
        if (!closed) {
            steps.note(event.at(), DEVICE_CONTROL, Tone.CONTROL, Words.ended(event));
        }
    }

    /** The firewall was switched, or has other rules, while the session lasts. */
    void add(FirewallChanged event) {
        if (closed) {
            return;
        }
        steps.note(
                event.at(),
                DEVICE_CONTROL,
                Tone.CONTROL,
                "the firewall is " + (event.on() ? "on" : "off") + " now, with " + event.rules() + " rules");
    }

    private void opened(ConnectionOpened event) {
        Matcher parts = CLIENT.matcher(event.client());
        boolean named = parts.matches();
        client = named ? parts.group(1) : event.client();
        if (named) {
            steps.port(CLIENT_CONTROL, Integer.parseInt(parts.group(2)));
        }
        steps.control(event.at(), CLIENT_CONTROL, DEVICE_CONTROL, Tone.CONTROL, "connects to port " + event.port());
    }

    private void dataConnection(DeviceEvent.OfSession event) {
        if (event instanceof DataConnectionOffered e) {
            Lane lane = e.mode() == TransferMode.PASSIVE ? DEVICE_PASSIVE : CLIENT_DATA;
            steps.port(lane, e.port());
            steps.note(e.at(), lane, Tone.DATA, "listens on port " + e.port());
        } else if (event instanceof DataConnectionOpened e) {
            mode = e.mode();
            steps.port(CLIENT_DATA, e.clientPort());
            if (mode == TransferMode.PASSIVE) {
                steps.port(DEVICE_PASSIVE, e.devicePort());
                steps.data(e.at(), CLIENT_DATA, DEVICE_PASSIVE, "connects to port " + e.devicePort());
            } else {
                steps.data(e.at(), DEVICE_DATA, CLIENT_DATA, dial(e.clientPort()));
            }
        } else if (event instanceof TransferCompleted e) {
            boolean up = e.content() == DeviceEvent.Content.UPLOAD;
            steps.transfer(e.at(), source(up), sink(up), Words.amount(e.content(), e.path(), e.bytes(), e.took()));
        } else if (event instanceof TransferFailed e) {
            boolean up = e.content() == DeviceEvent.Content.UPLOAD;
            String text = Words.amount(e.content(), e.path(), e.bytes(), e.took());
            steps.brokenOff(e.at(), source(up), sink(up), text, "BROKEN OFF: " + e.because());
        } else {
            noDataConnection(event);
        }
    }

    private void noDataConnection(DeviceEvent.OfSession event) {
        if (event instanceof DataConnectionDropped e) {
            String attempt = "connects to port " + e.port();
            long times = e.attempts().orElse(1);
            steps.dropped(e.at(), CLIENT_DATA, DEVICE_PASSIVE, attempt, times, e.rule(), e.because());
        } else if (event instanceof DialBlocked e) {
            steps.dropped(e.at(), DEVICE_DATA, CLIENT_DATA, dial(e.port()), 1, e.rule(), e.because());
        } else if (event instanceof DialDropped e) {
            steps.lost(e.at(), DEVICE_DATA, CLIENT_DATA, dial(e.port()), e.path(), e.because());
        } else if (event instanceof DataConnectionRefused e) {
            steps.refused(e.at(), DEVICE_DATA, CLIENT_DATA, dial(e.port()), e.because());
        } else if (event instanceof DataConnectionTimedOut e) {
            boolean passive = e.mode() == TransferMode.PASSIVE;
            String text = passive ? "nobody reached port " + e.port() : "no answer from port " + e.port();
            Lane lane = passive ? DEVICE_PASSIVE : DEVICE_DATA;
            steps.note(e.at(), lane, Tone.BAD, text + " in " + Words.seconds(e.waited()) + " s");
        }
    }

    private static String dial(int port) {
        return "connects from port 20 to " + port;
    }

    private Lane source(boolean upload) {
        return upload ? CLIENT_DATA : deviceEnd();
    }

    private Lane sink(boolean upload) {
        return upload ? deviceEnd() : CLIENT_DATA;
    }

    private Lane deviceEnd() {
        return mode == TransferMode.PASSIVE ? DEVICE_PASSIVE : DEVICE_DATA;
    }
}

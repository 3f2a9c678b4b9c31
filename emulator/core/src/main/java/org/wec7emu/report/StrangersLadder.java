package org.wec7emu.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.ClockReset;
import org.wec7emu.journal.DeviceEvent.ConnectionDropped;
import org.wec7emu.journal.DeviceEvent.FaultEnded;
import org.wec7emu.journal.DeviceEvent.FaultStarted;
import org.wec7emu.journal.DeviceEvent.PacketsDropped;

/** What the firewall dropped of those who have no session: nobody gets one whose attempts to connect to port 21 are dropped. */
final class StrangersLadder {
    private static final int DATA_PORT = 20;
    private static final int CONTROL_PORT = 21;

    private @Nullable LadderSteps steps;
    private @Nullable Instant begin;
    private boolean dropped;

    void began(Instant at) {
        if (begin == null) {
            begin = at;
        }
    }

    void add(DeviceEvent event, Surroundings surroundings) {
        if (event instanceof ConnectionDropped e) {
            dropped = true;
            String text = "connects to port " + e.port() + from(e.source());
            LadderSteps rows = steps(e, surroundings);
            Lane to = lane(e.port());
            if (to == Lane.DEVICE_PASSIVE) {
                rows.port(to, e.port());
            }
            rows.dropped(e.at(), Lane.CLIENT_CONTROL, to, text, e.attempts(), e.rule(), e.because());
        } else if (event instanceof PacketsDropped e) {
            dropped = true;
            String text = e.traffic() + from(e.source());
            steps(e, surroundings)
                    .dropped(
                            e.at(), Lane.CLIENT_CONTROL, Lane.DEVICE_PASSIVE, text, e.packets(), e.rule(), e.because());
        }
    }

    void add(FaultStarted event, Surroundings surroundings) {
        steps(event, surroundings).note(event.at(), Lane.DEVICE_CONTROL, Step.Tone.BAD, Words.started(event));
    }

    void add(ClockReset event, Surroundings surroundings) {
        steps(event, surroundings).note(event.at(), Lane.DEVICE_CONTROL, Step.Tone.BAD, Words.reset(event));
    }

    void add(FaultEnded event, Surroundings surroundings) {
        steps(event, surroundings).note(event.at(), Lane.DEVICE_CONTROL, Step.Tone.CONTROL, Words.ended(event));
    }

    /**
     * Null when nothing was dropped.
     *
     * @param alone whether there are no sessions, whose ladders would tell of faults
     */
    @Nullable
    Ladder ladder(boolean alone) {
        return steps == null || (!dropped && !alone) ? null : steps.ladder("Outside sessions", "");
    }

    private LadderSteps steps(DeviceEvent first, Surroundings surroundings) {
        began(first.at());
        LadderSteps rows = steps;
        if (rows == null) {
            rows = new LadderSteps(surroundings, begin == null ? first.at() : begin);
            steps = rows;
        }
        return rows;
    }

    private static Lane lane(int port) {
        return switch (port) {
            case DATA_PORT -> Lane.DEVICE_DATA;
            case CONTROL_PORT -> Lane.DEVICE_CONTROL;
            default -> Lane.DEVICE_PASSIVE;
        };
    }

    private static String from(String source) {
        return source.isEmpty() ? "" : " from " + source;
    }
}

package org.wec7emu.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.ClockReset;
import org.wec7emu.journal.DeviceEvent.ConnectionOpened;
import org.wec7emu.journal.DeviceEvent.DeviceStarted;
import org.wec7emu.journal.DeviceEvent.DeviceStopped;
import org.wec7emu.journal.DeviceEvent.FaultEnded;
import org.wec7emu.journal.DeviceEvent.FaultStarted;
import org.wec7emu.journal.DeviceEvent.FirewallChanged;

/** The ladders of a journal. */
public final class Ladders {
    private final StrangersLadder strangers = new StrangersLadder();
    private final List<SessionLadder> sessions = new ArrayList<>();
    private final Map<Long, SessionLadder> open = new HashMap<>();
    private final Map<String, FaultStarted> faults = new LinkedHashMap<>();
    private Surroundings surroundings = Surroundings.UNKNOWN;

    private Ladders() {}

    /**
     * A ladder a session, in the order in which they began; before them, where something was dropped outside of any session, a
     * ladder of that; so has a journal without sessions that tells of faults.
     *
     * @param events of one device, oldest first; may begin and end in the middle of a session
     */
    public static List<Ladder> of(List<DeviceEvent> events) {
        Ladders all = new Ladders();
        events.forEach(all::add);
        List<Ladder> ladders = new ArrayList<>();
        Ladder dropped = all.strangers.ladder(all.sessions.isEmpty());
        if (dropped != null) {
            ladders.add(dropped);
        }
        all.sessions.forEach(session -> ladders.add(session.ladder()));
        return List.copyOf(ladders);
    }

    private void add(DeviceEvent event) {
        if (event instanceof DeviceEvent.OfSession of) {
            session(of).add(of);
        } else if (event instanceof DeviceStarted started) {
            surroundings = surroundings.after(started);
            strangers.began(started.at());
        } else if (event instanceof FirewallChanged changed) {
            surroundings = surroundings.after(changed);
            open.values().forEach(session -> session.add(changed));
        } else if (event instanceof FaultStarted started) {
            faults.put(started.fault(), started);
            open.values().forEach(session -> session.add(started));
            strangers.add(started, surroundings);
        } else if (event instanceof ClockReset reset) {
            strangers.add(reset, surroundings);
        } else if (event instanceof FaultEnded ended) {
            faults.remove(ended.fault());
            open.values().forEach(session -> session.add(ended));
            strangers.add(ended, surroundings);
        } else if (event instanceof DeviceStopped) {
            open.clear();
        } else {
            strangers.add(event, surroundings);
        }
    }

    /** A journal that several runs were written into has their numbers again: a connect begins another session. */
    private SessionLadder session(DeviceEvent.OfSession event) {
        SessionLadder session = open.get(event.session());
        if (session == null || event instanceof ConnectionOpened) {
            session = new SessionLadder(event, surroundings);
            open.put(event.session(), session);
            sessions.add(session);
            faults.values().forEach(session::add);
        }
        return session;
    }
}

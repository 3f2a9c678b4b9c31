package org.wec7emu.junit.jupiter;

import java.util.ArrayList;
import java.util.List;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.DeviceStopped;
import org.wec7emu.journal.DeviceEvent.Stop;

/** What happened to a device since it was started, or put back to its start. */
record SeenEvents(List<DeviceEvent> events) {
    SeenEvents {
        events = List.copyOf(events);
    }

    static SeenEvents of(List<DeviceEvent> journal) {
        List<DeviceEvent> since = new ArrayList<>();
        for (DeviceEvent event : journal) {
            if (event instanceof DeviceStopped stopped && stopped.stop() == Stop.RESET) {
                since.clear();
            } else {
                since.add(event);
            }
        }
        return new SeenEvents(since);
    }

    <E extends DeviceEvent> List<E> of(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}

package org.wec7emu.measure.behaviour;

import java.util.List;
import org.wec7emu.journal.DeviceEvent;

/** How many control connections a device had at a time. */
final class SessionsAtOnce {
    private SessionsAtOnce() {}

    static int most(List<DeviceEvent> journal) {
        int now = 0;
        int most = 0;
        for (DeviceEvent event : journal) {
            if (event instanceof DeviceEvent.ConnectionOpened) {
                now++;
                most = Math.max(most, now);
            } else if (event instanceof DeviceEvent.ConnectionClosed) {
                now--;
            }
        }
        return most;
    }
}

package org.wec7emu.control;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.ConnectionOpened;

/** Which control connections are open. */
final class Sessions {
    private Sessions() {}

    static Set<Long> open(List<DeviceEvent> events) {
        Set<Long> open = new TreeSet<>();
        for (DeviceEvent event : events) {
            if (event instanceof ConnectionOpened opened) {
                open.add(opened.session());
            } else if (event instanceof ConnectionClosed closed) {
                open.remove(closed.session());
            } else if (event instanceof DeviceEvent.DeviceStopped) {
                open.clear();
            }
        }
        return open;
    }
}

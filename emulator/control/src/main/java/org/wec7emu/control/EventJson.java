package org.wec7emu.control;

import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.JournalFile;

/** Events as the API has them: as a journal's file has them, with their number. */
final class EventJson {
    private EventJson() {}

    static String of(long number, DeviceEvent event) {
        return "{\"number\":" + number + "," + JournalFile.line(event).substring(1);
    }
}

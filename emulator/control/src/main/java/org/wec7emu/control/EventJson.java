package org.wec7emu.control;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.wec7emu.device.Device;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.JournalFile;
import org.wec7emu.report.EventLines;

/** Events as the API has them: as a journal's file has them, with their number, and in words. */
final class EventJson {
    private final EventLines words;

    EventJson(Device device) {
        words = new EventLines(device.ports()::onHost);
    }

    String of(long number, DeviceEvent event) {
        StringBuilder json = new StringBuilder("{\"number\":").append(number).append(",\"line\":\"");
        JsonStringEncoder.getInstance().quoteAsString(words.text(event), json);
        return json.append("\",").append(JournalFile.line(event).substring(1)).toString();
    }
}

package org.wec7emu.report;

import java.time.Duration;
import java.util.Locale;
import org.wec7emu.journal.DeviceEvent.ClockReset;
import org.wec7emu.journal.DeviceEvent.Content;
import org.wec7emu.journal.DeviceEvent.Ending;
import org.wec7emu.journal.DeviceEvent.FaultEnded;
import org.wec7emu.journal.DeviceEvent.FaultStarted;
import org.wec7emu.journal.DeviceEvent.FaultStruck;
import org.wec7emu.journal.DeviceEvent.ReplySent;

/** How events are put. */
final class Words {
    private static final double NANOS = 1e9;
    private static final double WITH_MILLIS = 1000;
    private static final double WITH_TENTHS = 100_000;
    private static final double MOST = 9_999_999;

    private Words() {}

    /** Seconds in at most seven characters, in milliseconds where there is room. */
    static String seconds(Duration duration) {
        double seconds = Math.min(MOST, duration.getSeconds() + duration.getNano() / NANOS);
        String form = seconds < WITH_MILLIS ? "%.3f" : seconds < WITH_TENTHS ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, form, seconds);
    }

    /** Code and text; each line of a reply of several has its code already. */
    static String reply(ReplySent event) {
        return event.text().startsWith(event.code() + "-")
                ? event.text().strip()
                : event.code() + " " + event.text().strip();
    }

    /** What is wrong from now on. */
    static String started(FaultStarted event) {
        String with = event.parameters().isEmpty() ? "" : " (" + event.parameters() + ")";
        String limits = event.limits().isEmpty() ? "" : "; " + event.limits();
        return "FAULT " + event.fault() + with + ": " + event.description() + limits;
    }

    static String reset(ClockReset event) {
        return "the device's clock is set back to " + event.to().replace('T', ' ');
    }

    static String ended(FaultEnded event) {
        return "fault " + event.fault() + " is over";
    }

    static String struck(FaultStruck event) {
        return "FAULT " + event.fault() + ": " + event.because();
    }

    static String amount(Content content, String path, long bytes, Duration took) {
        String what =
                switch (content) {
                    case UPLOAD -> "upload of ";
                    case DOWNLOAD -> "download of ";
                    case LISTING -> "listing of ";
                };
        return what + path + ": " + bytes + (bytes == 1 ? " byte in " : " bytes in ") + seconds(took) + " s";
    }

    static String ending(Ending ending) {
        return switch (ending) {
            case QUIT -> "after QUIT";
            case BY_CLIENT -> "by the client, without QUIT";
            case IDLE -> "as nothing came for too long";
            case REFUSED -> "as there are too many sessions";
            case BY_DEVICE -> "as the device went";
        };
    }
}

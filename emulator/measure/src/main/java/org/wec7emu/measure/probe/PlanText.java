package org.wec7emu.measure.probe;

import java.util.List;
import java.util.Locale;
import org.wec7emu.measure.probe.PlannedStep.Kind;
import org.wec7emu.measure.probe.Probe.Announcement;

/** All that a probe may send, for a person to read before. */
public final class PlanText {
    private PlanText() {}

    /** A block a question, and a line with the sums. */
    public static String of(Probe probe) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        int sessions = 0;
        int lines = 0;
        List<Announcement> all = probe.announcements();
        for (Announcement announcement : all) {
            number++;
            text.append(number).append(". ").append(announcement.about()).append('\n');
            for (PlannedStep step : announcement.steps()) {
                text.append("   ").append(words(step)).append('\n');
                sessions += step.kind() == Kind.SESSION ? step.most() : 0;
                lines += step.kind() == Kind.LINE ? step.most() : 0;
            }
        }
        text.append("At most ")
                .append(sessions)
                .append(" sessions, one at a time, and ")
                .append(lines)
                .append(" lines.\n");
        return text.toString();
    }

    private static String words(PlannedStep step) {
        String times = step.most() == 1 ? "" : "  (at most " + step.most() + " times)";
        return switch (step.kind()) {
            case SESSION -> "opens a control connection" + times;
            case LINE -> "> " + shown(step.text()) + times;
            case DATA -> "+ " + shown(step.text()) + times;
            case PASSIVE -> "connects to the port that PASV or EPSV names" + times;
            case PORT -> "connects to TCP port " + step.text() + ", and sends nothing";
        };
    }

    private static String shown(String bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            switch (c) {
                case '\r' -> text.append("\\r");
                case '\n' -> text.append("\\n");
                default ->
                    text.append(
                            c < ' ' || c > '~' ? String.format(Locale.ROOT, "\\x%02X", (int) c) : String.valueOf(c));
            }
        }
        return text.toString();
    }
}

package org.wec7emu.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wec7emu.report.Step.Arrow;
import org.wec7emu.report.Step.Tone;

/** A ladder in a sentence or two. */
final class Summary {
    private Summary() {}

    /** What came of it. */
    static String of(Ladder ladder) {
        Ladder.Outcome outcome = ladder.outcome();
        List<String> parts = new ArrayList<>();
        if (outcome.dropped() > 0) {
            parts.add(count(outcome.dropped(), "connect") + " dropped");
        }
        if (outcome.failed() > 0) {
            parts.add(count(outcome.failed(), "transfer") + " broken off");
        }
        if (outcome.transfers() > 0 || parts.isEmpty()) {
            parts.add(outcome.transfers() == 0 ? "no transfer" : count(outcome.transfers(), "transfer") + " complete");
        }
        return String.join(", ", parts);
    }

    /** What is in the drawing, for who can't see it. */
    static String described(Ladder ladder) {
        StringBuilder text = new StringBuilder("Ladder diagram with ")
                .append(count(ladder.steps().size(), "step"))
                .append(" between the client's ports N and N+1 and the device's ports 20, 21 and P; ")
                .append(ladder.firewall().label().toLowerCase(Locale.ROOT))
                .append('.');
        for (Step step : ladder.steps()) {
            if (step instanceof Arrow arrow
                    && arrow.tone() == Tone.BAD
                    && !arrow.caption().isEmpty()) {
                text.append(" After ").append(Words.seconds(arrow.at())).append(" seconds: ");
                text.append(arrow.from().label())
                        .append(' ')
                        .append(arrow.text())
                        .append(": ");
                text.append(arrow.caption()).append('.');
            }
        }
        return text.append(" All steps stand below as text.").toString();
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}

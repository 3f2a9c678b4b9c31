package org.wec7emu.cli;

import java.io.PrintWriter;
import java.util.List;
import org.wec7emu.measure.behaviour.MeasuredDifference;
import org.wec7emu.measure.behaviour.MeasuredDifference.Face;
import org.wec7emu.measure.behaviour.MeasuredDifferences;
import org.wec7emu.measure.behaviour.MeasuredDifferences.Unasked;
import org.wec7emu.measure.behaviour.Topic;
import org.wec7emu.profile.ProfileValue;

/** Measured differences for a terminal of 100 columns. */
final class MeasuredText {
    private static final int WIDTH = 98;
    private static final String INDENT = "  ";
    private static final int LABEL = 10;

    private final PrintWriter out;

    MeasuredText(PrintWriter out) {
        this.out = out;
    }

    void print(MeasuredDifferences measured) {
        out.println();
        out.println("Measured: " + MeasuredWords.headline(measured) + ".");
        Topic topic = null;
        for (MeasuredDifference difference : measured.differences()) {
            if (difference.topic() != topic) {
                topic = difference.topic();
                out.println();
                out.println(topic.title());
            }
            print(difference);
        }
        notAsked(measured.notAsked());
        if (!MeasuredWords.closing(measured).isEmpty()) {
            out.println();
            out.println(MeasuredWords.closing(measured));
        }
    }

    private void print(MeasuredDifference difference) {
        Face first = difference.first();
        Face second = difference.second();
        String whole = difference.label() + ": " + first.text() + " -> " + second.text();
        boolean fits = INDENT.length() + whole.length() <= WIDTH;
        wrapped(INDENT, INDENT + INDENT, fits ? whole : difference.label());
        face("A", first, !fits);
        face("B", second, !fits);
    }

    private void face(String letter, Face face, boolean withText) {
        String start = INDENT + INDENT + letter + INDENT;
        if (withText) {
            start = labelled(start, "", face.text());
        }
        if (!face.because().isEmpty()) {
            start = labelled(start, "decided", face.because());
        }
        String label = "rests on";
        for (ProfileValue value : face.restsOn()) {
            start = labelled(start, label, CheckWords.ground(value));
            label = " ";
        }
    }

    /** @return what the next line begins with */
    private String labelled(String start, String label, String text) {
        String gap = label.isEmpty() ? "" : label + " ".repeat(LABEL - label.length());
        String next = " ".repeat(start.length());
        wrapped(start + gap, next + " ".repeat(gap.length()), text);
        return next;
    }

    private void wrapped(String start, String next, String text) {
        String begin = start;
        for (String line : DiffText.wrapped(text, WIDTH - Math.max(start.length(), next.length()))) {
            out.println((begin + line).stripTrailing());
            begin = next;
        }
    }

    private void notAsked(List<Unasked> unasked) {
        if (unasked.isEmpty()) {
            return;
        }
        out.println();
        out.println("Not measured");
        unasked.forEach(one -> wrapped(INDENT, INDENT + INDENT, MeasuredWords.unasked(one)));
    }
}

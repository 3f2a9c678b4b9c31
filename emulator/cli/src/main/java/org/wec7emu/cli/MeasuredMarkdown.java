package org.wec7emu.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wec7emu.measure.behaviour.MeasuredDifference;
import org.wec7emu.measure.behaviour.MeasuredDifference.Face;
import org.wec7emu.measure.behaviour.MeasuredDifferences;
import org.wec7emu.measure.behaviour.Topic;

/** Measured differences as Markdown. */
final class MeasuredMarkdown {
    private final PrintWriter out;

    MeasuredMarkdown(PrintWriter out) {
        this.out = out;
    }

    void print(MeasuredDifferences measured) {
        out.println();
        out.println("### Measured: " + MeasuredWords.headline(measured));
        Topic topic = null;
        for (MeasuredDifference difference : measured.differences()) {
            if (difference.topic() != topic) {
                topic = difference.topic();
                out.println();
                out.println("#### " + topic.title());
                out.println();
                out.println("| behaviour | A | B | A rests on | B rests on |");
                out.println("|---|---|---|---|---|");
            }
            out.println("| " + escaped(difference.label()) + " | " + text(difference.first()) + " | "
                    + text(difference.second()) + " | " + grounds(difference.first()) + " | "
                    + grounds(difference.second()) + " |");
        }
        if (!measured.notAsked().isEmpty()) {
            out.println();
            out.println("Not measured:");
            out.println();
            measured.notAsked().forEach(unasked -> out.println("- " + escaped(MeasuredWords.unasked(unasked))));
        }
        if (!MeasuredWords.closing(measured).isEmpty()) {
            out.println();
            out.println(MeasuredWords.closing(measured));
        }
    }

    private static String text(Face face) {
        return escaped(face.text());
    }

    private static String grounds(Face face) {
        List<String> parts = new ArrayList<>();
        if (!face.because().isEmpty()) {
            parts.add(escaped(face.because()));
        }
        face.restsOn().forEach(value -> parts.add(DiffMarkdown.code(CheckWords.ground(value))));
        return parts.isEmpty() ? "-" : parts.stream().collect(Collectors.joining("; "));
    }

    /** What a server says is text, whatever is in it. */
    static String escaped(String text) {
        return CheckWords.clean(text).replace('\n', ' ').replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1");
    }
}

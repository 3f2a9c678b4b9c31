package org.wec7emu.report;

import java.util.List;
import java.util.Locale;
import org.wec7emu.report.Drawing.Box;
import org.wec7emu.report.Drawing.Cross;
import org.wec7emu.report.Drawing.Head;
import org.wec7emu.report.Drawing.Line;
import org.wec7emu.report.Drawing.Shape;
import org.wec7emu.report.Drawing.TextBox;

/** Writes a drawing as SVG that stands in a page of HTML, whose style sheet it takes. */
final class LadderSvg {
    /** Where in a line of text its letters stand. */
    private static final double BASELINE = 0.74;

    private static final int HEAD = 8;
    private static final int CROSS = 5;

    private final Html html;

    LadderSvg(Html html) {
        this.html = html;
    }

    /**
     * Writes all pieces; the first one speaks for all to who can't see them.
     *
     * @param id of this drawing, unique on the page
     */
    void write(Ladder ladder, LadderScale scale, String id) {
        html.open("div", "class", "ladder " + scale.name()).line();
        List<Drawing> pieces = LadderDrawing.of(ladder, scale);
        for (int i = 0; i < pieces.size(); i++) {
            begin(pieces.get(i), i == 0 ? id : "");
            if (i == 0) {
                html.element("title", ladder.title() + ": " + Summary.of(ladder), "id", id + "-title");
                html.element("desc", Summary.described(ladder), "id", id + "-desc");
            }
            contents(pieces.get(i));
            html.close("svg").line();
        }
        html.close("div").line();
    }

    private void begin(Drawing piece, String id) {
        String size = "0 0 " + piece.width() + " " + piece.height();
        if (id.isEmpty()) {
            html.open("svg", "viewBox", size, "aria-hidden", "true");
        } else {
            html.open("svg", "viewBox", size, "role", "img", "aria-labelledby", id + "-title " + id + "-desc");
        }
    }

    /** All shapes and texts, for an element that gives them their place. */
    void contents(Drawing piece) {
        piece.shapes().forEach(this::shape);
        piece.texts().forEach(this::text);
    }

    private void shape(Shape shape) {
        if (shape instanceof Line line) {
            html.empty(
                    "path",
                    "class",
                    line.style(),
                    "d",
                    "M" + at(line.fromX(), line.fromY()) + "L" + at(line.toX(), line.toY()));
        } else if (shape instanceof Box box) {
            html.empty(
                    "rect",
                    "class",
                    box.style(),
                    "x",
                    number(box.left()),
                    "y",
                    number(box.top()),
                    "width",
                    number(box.width()),
                    "height",
                    number(box.height()));
        } else if (shape instanceof Head head) {
            double back = head.x() - HEAD * head.direction();
            String points = at(head.x(), head.y()) + "L" + at(back, head.y() - 4) + "L" + at(back, head.y() + 4);
            html.empty("path", "class", "tip " + head.style(), "d", "M" + points + "Z");
        } else if (shape instanceof Cross cross) {
            html.empty("path", "class", "cross " + cross.style(), "d", cross(cross.x(), cross.y()));
        }
    }

    private static String cross(double x, double y) {
        return "M" + at(x - CROSS, y - CROSS) + "L" + at(x + CROSS, y + CROSS) + "M" + at(x - CROSS, y + CROSS) + "L"
                + at(x + CROSS, y - CROSS);
    }

    private void text(TextBox box) {
        html.element(
                "text",
                box.text(),
                "class",
                box.style(),
                "x",
                number(box.left()),
                "y",
                number(box.top() + box.height() * BASELINE),
                "textLength",
                number(box.width()),
                "lengthAdjust",
                "spacingAndGlyphs");
    }

    private static String at(double x, double y) {
        return number(x) + " " + number(y);
    }

    private static String number(double value) {
        return value == (long) value ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}

package org.wec7emu.report;

import java.util.ArrayList;
import java.util.List;
import org.wec7emu.report.Drawing.Box;
import org.wec7emu.report.Drawing.Line;
import org.wec7emu.report.Drawing.Shape;
import org.wec7emu.report.Drawing.TextBox;
import org.wec7emu.report.LadderScale.Room;

/** A drawing that grows downwards: each text goes below the one before. */
final class LadderSheet {
    private static final int MOST_LINES = 12;

    private final LadderScale scale;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<TextBox> texts = new ArrayList<>();
    private double bottom;

    LadderSheet(LadderScale scale) {
        this.scale = scale;
    }

    double bottom() {
        return bottom;
    }

    void space(double height) {
        bottom += height;
    }

    void add(Shape shape) {
        shapes.add(shape);
    }

    /**
     * Puts a text below the last one, around {@code middle} as far as the room allows; its lines begin at the same place.
     *
     * @return the room it takes
     */
    Room text(String text, double middle, Room room, String style) {
        List<String> lines = Cells.lines(text, scale.cells(room), MOST_LINES);
        double width = lines.stream().mapToInt(Cells::count).max().orElse(0) * scale.cell();
        double left = left(width, middle, room);
        for (String line : lines) {
            texts.add(box(line, left, bottom, style));
            bottom += scale.line();
        }
        return new Room((int) left, (int) Math.ceil(left + width));
    }

    /** Puts a short text at a height of its own: the caller knows that there is room. */
    void label(String text, double middle, double top, Room room, String style) {
        if (!text.isEmpty()) {
            bottom = Math.max(bottom, top + scale.line());
            String visible = Cells.visible(text);
            texts.add(box(visible, left(Cells.count(visible) * scale.cell(), middle, room), top, style));
        }
    }

    private static double left(double width, double middle, Room room) {
        return Math.max(room.from(), Math.min(middle - width / 2, room.to() - width));
    }

    private TextBox box(String line, double left, double top, String style) {
        return new TextBox(left, top, Cells.count(line) * scale.cell(), scale.line(), line, style);
    }

    /** The drawing, over what goes through it from top to bottom. */
    Drawing drawing(Ladder ladder, double lanesFrom) {
        List<Shape> all = new ArrayList<>();
        if (bottom > lanesFrom) {
            for (Lane lane : Lane.values()) {
                all.add(new Line(scale.lane(lane), lanesFrom, scale.lane(lane), bottom, "lane"));
            }
            all.add(wall(scale.wall(), lanesFrom, ladder.firewall() == Ladder.Firewall.OFF ? "wall off" : "wall"));
            if (!ladder.clientWall().isEmpty()) {
                all.add(wall(scale.clientWall(), lanesFrom, "wall"));
            }
        }
        all.addAll(shapes);
        return new Drawing(scale.width(), (int) Math.ceil(bottom), all, texts);
    }

    private Box wall(int middle, double top, String style) {
        return new Box(middle - LadderScale.WALL, top, 2 * LadderScale.WALL, bottom - top, style);
    }
}

package org.wec7emu.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wec7emu.report.Drawing.Box;
import org.wec7emu.report.Drawing.Cross;
import org.wec7emu.report.Drawing.Head;
import org.wec7emu.report.Drawing.Line;
import org.wec7emu.report.LadderScale.Room;
import org.wec7emu.report.Step.Arrow;
import org.wec7emu.report.Step.Fate;
import org.wec7emu.report.Step.Note;

/**
 * Draws a ladder: the client with its ports left, the device with its ports right, the firewall as a wall between. In pieces
 * that stand one below the other without a gap, so that paper can break between them.
 */
final class LadderDrawing {
    private static final int STEPS_A_PIECE = 4;
    private static final int GAP = 8;
    private static final int HEAD_WIDTH = 38;
    /** Pieces reach that far into the one above, or else a browser that scales them shows a gap. */
    private static final int SEAM = 2;
    /** Less than that a sentence isn't put beside a wall. */
    private static final int SENTENCE = 250;

    private final Ladder ladder;
    private final LadderScale scale;

    private LadderDrawing(Ladder ladder, LadderScale scale) {
        this.ladder = ladder;
        this.scale = scale;
    }

    static List<Drawing> of(Ladder ladder, LadderScale scale) {
        LadderDrawing drawing = new LadderDrawing(ladder, scale);
        List<Drawing> pieces = new ArrayList<>();
        pieces.add(drawing.heads());
        List<Step> steps = ladder.steps();
        for (int from = 0; from < steps.size(); from += STEPS_A_PIECE) {
            pieces.add(drawing.piece(steps.subList(from, Math.min(steps.size(), from + STEPS_A_PIECE))));
        }
        return List.copyOf(pieces);
    }

    private Drawing heads() {
        LadderSheet sheet = new LadderSheet(scale);
        Room client = scale.clientSide(!ladder.clientWall().isEmpty());
        int middle = (scale.lane(Lane.CLIENT_CONTROL) + scale.lane(Lane.CLIENT_DATA)) / 2;
        sheet.text("client " + ladder.client(), middle, client, "party");
        double below = sheet.bottom();
        sheet.space(-below);
        sheet.text("device " + ladder.device(), scale.lane(Lane.DEVICE_CONTROL), scale.deviceSide(), "party");
        sheet.space(Math.max(0, below - sheet.bottom()));
        if (!ladder.clientWall().isEmpty()) {
            sheet.text(ladder.clientWall(), scale.clientWall(), scale.all(), "wallname");
        }
        sheet.text(ladder.firewall().label(), scale.wall(), scale.all(), "wallname");
        double top = sheet.bottom() + 2;
        double ports = top + scale.line() + 4;
        for (Lane lane : Lane.values()) {
            int x = scale.lane(lane);
            sheet.add(new Box(x - HEAD_WIDTH / 2.0, top - 1, HEAD_WIDTH, scale.line() + 2, "head"));
            Room room = new Room(x - HEAD_WIDTH, x + HEAD_WIDTH);
            sheet.label(lane.label(), x, top, room, "head");
            sheet.label(ladder.ports().getOrDefault(lane, purpose(lane)), x, ports, room, "port");
        }
        sheet.label("seconds", scale.plot(), ports, new Room(0, scale.plot() - 6), "time");
        return sheet.drawing(ladder, ports + scale.line());
    }

    private static String purpose(Lane lane) {
        return switch (lane) {
            case DEVICE_DATA -> "data";
            case DEVICE_CONTROL -> "control";
            case CLIENT_CONTROL, CLIENT_DATA, DEVICE_PASSIVE -> "";
        };
    }

    private Drawing piece(List<Step> steps) {
        LadderSheet sheet = new LadderSheet(scale);
        for (Step step : steps) {
            sheet.space(GAP / 2.0);
            if (step instanceof Arrow arrow) {
                draw(arrow, sheet);
            } else if (step instanceof Note note) {
                draw(note, sheet);
            }
            sheet.space(GAP / 2.0);
        }
        return sheet.drawing(ladder, -SEAM);
    }

    private void draw(Note note, LadderSheet sheet) {
        double top = sheet.bottom();
        seconds(note, top, sheet);
        sheet.space(top - sheet.bottom());
        Room room = note.lane().ofDevice()
                ? scale.deviceSide()
                : scale.clientSide(!ladder.clientWall().isEmpty());
        int x = scale.lane(note.lane());
        Room taken = sheet.text(note.text(), x, inside(room), style(note));
        sheet.add(new Box(
                taken.from() - 5.0, top - 1, taken.width() + 10.0, sheet.bottom() - top + 2, "note " + style(note)));
    }

    private static Room inside(Room room) {
        return new Room(room.from() + 6, room.to() - 6);
    }

    private void draw(Arrow arrow, LadderSheet sheet) {
        int from = scale.lane(arrow.from());
        int to = scale.lane(arrow.to());
        int direction = Integer.signum(to - from);
        int end = end(arrow, to, direction);
        double top = sheet.bottom();
        sheet.text(arrow.text(), (from + end) / 2.0, room(arrow), style(arrow));
        double y = sheet.bottom() + 5;
        String style = style(arrow);
        sheet.add(new Line(from, y, end - (arrow.fate() == Fate.ARRIVES ? 6 : 0) * direction, y, "arrow " + style));
        sheet.add(new Box(from - 2.5, y - 2.5, 5, 5, "start " + style));
        if (arrow.fate() == Fate.ARRIVES) {
            sheet.add(new Head(end, y, direction, style));
        } else {
            sheet.add(new Cross(end, y, style));
        }
        stoppedBy(arrow, top, y, sheet);
        seconds(arrow, y - scale.line() / 2.0, sheet);
        sheet.space(y + scale.line() / 2.0 - sheet.bottom());
        Room sentence = room(arrow).width() < SENTENCE ? scale.all() : room(arrow);
        sheet.text(arrow.caption(), (from + end) / 2.0, sentence, style);
    }

    /** The wall, in the colour of what it stopped. */
    private void stoppedBy(Arrow arrow, double top, double y, LadderSheet sheet) {
        if (arrow.fate() == Fate.DROPPED_BY_FIREWALL || arrow.fate() == Fate.LOST_AT_CLIENT) {
            int wall = arrow.fate() == Fate.LOST_AT_CLIENT ? scale.clientWall() : scale.wall();
            sheet.add(new Box(wall - LadderScale.WALL, top, 2 * LadderScale.WALL, y + GAP - top, "stop"));
        }
    }

    private int end(Arrow arrow, int lane, int direction) {
        return switch (arrow.fate()) {
            case ARRIVES -> lane;
            case REFUSED -> lane - 7 * direction;
            case DROPPED_BY_FIREWALL -> scale.wall() - (LadderScale.WALL + 6) * direction;
            case LOST_AT_CLIENT -> scale.clientWall() - (LadderScale.WALL + 6) * direction;
        };
    }

    /** An arrow that is stopped has its text on its own side of the wall. */
    private Room room(Arrow arrow) {
        return switch (arrow.fate()) {
            case ARRIVES, REFUSED -> scale.all();
            case DROPPED_BY_FIREWALL -> arrow.from().ofDevice() ? scale.deviceSide() : scale.clientSide(false);
            case LOST_AT_CLIENT -> scale.beyondClient();
        };
    }

    private void seconds(Step step, double top, LadderSheet sheet) {
        sheet.label(Words.seconds(step.at()), scale.plot(), top, new Room(0, scale.plot() - 6), "time");
    }

    private static String style(Step step) {
        return step.tone().name().toLowerCase(Locale.ROOT);
    }
}

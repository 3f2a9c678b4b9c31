package org.wec7emu.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wec7emu.report.Step.Arrow;
import org.wec7emu.report.Step.Fate;

/** A ladder as plain text of at most {@value #COLUMNS} columns, for terminals and the messages of failing tests. */
public final class LadderText {
    /** No line is longer. */
    public static final int COLUMNS = 100;

    private static final Map<Lane, Integer> LANES = Map.of(
            Lane.CLIENT_CONTROL,
            0,
            Lane.CLIENT_DATA,
            6,
            Lane.DEVICE_DATA,
            20,
            Lane.DEVICE_CONTROL,
            26,
            Lane.DEVICE_PASSIVE,
            32);
    private static final int CLIENT_WALL = 11;
    private static final int WALL = 15;
    private static final int DRAWING = 33;
    private static final int TIME = 9;
    private static final int TEXT = TIME + 2 + DRAWING + 2;
    private static final int MOST_LINES = 12;

    private final Ladder ladder;
    private final List<String> lines = new ArrayList<>();

    private LadderText(Ladder ladder) {
        this.ladder = ladder;
    }

    /** The lines of it, each with a line feed. */
    public static String of(Ladder ladder) {
        LadderText text = new LadderText(ladder);
        text.heads();
        ladder.steps().forEach(text::step);
        return String.join("\n", text.lines) + "\n";
    }

    private void heads() {
        lines.addAll(Cells.lines(heading(ladder), COLUMNS, MOST_LINES));
        char[] names = blanks();
        for (Lane lane : Lane.values()) {
            lane.label().getChars(0, lane.label().length(), names, column(lane));
        }
        walls(names);
        String walls = (ladder.clientWall().isEmpty() ? "" : ladder.clientWall() + ", ")
                + ladder.firewall().label();
        String legend =
                "N, N+1: client   # " + walls + (ladder.clientWall().isEmpty() ? "   " : "\n") + "20, 21, P: device";
        row("seconds", names, Cells.lines(legend, COLUMNS - TEXT, MOST_LINES));
    }

    /** Who, with whom, at which ports. */
    static String heading(Ladder ladder) {
        StringBuilder heading = new StringBuilder(ladder.title());
        if (!ladder.client().isEmpty()) {
            heading.append(", client ").append(ladder.client());
        }
        for (Lane lane : Lane.values()) {
            String port = ladder.ports().get(lane);
            if (port != null) {
                heading.append(", ").append(lane.label()).append(" = ").append(port);
            }
        }
        if (!ladder.device().isEmpty()) {
            heading.append("\ndevice ").append(ladder.device());
        }
        return heading.toString();
    }

    private void step(Step step) {
        char[] drawing = blanks();
        for (Lane lane : Lane.values()) {
            drawing[column(lane)] = '|';
        }
        walls(drawing);
        List<String> text = new ArrayList<>(Cells.lines(step.text(), COLUMNS - TEXT, MOST_LINES));
        if (step instanceof Arrow arrow) {
            draw(arrow, drawing);
            text.addAll(Cells.lines(arrow.caption(), COLUMNS - TEXT, MOST_LINES));
        } else if (step instanceof Step.Note note) {
            drawing[column(note.lane())] = '*';
        }
        row(Words.seconds(step.at()), drawing, text);
    }

    private void walls(char[] drawing) {
        drawing[WALL] = ladder.firewall() == Ladder.Firewall.OFF ? ':' : '#';
        if (!ladder.clientWall().isEmpty()) {
            drawing[CLIENT_WALL] = '#';
        }
    }

    private static void draw(Arrow arrow, char[] drawing) {
        int from = column(arrow.from());
        int to = end(arrow);
        int direction = Integer.signum(to - from);
        for (int at = from + direction; at != to; at += direction) {
            drawing[at] = '-';
        }
        boolean arrives = arrow.fate() == Fate.ARRIVES;
        drawing[to - direction] = arrives ? (direction > 0 ? '>' : '<') : 'X';
    }

    private static int end(Arrow arrow) {
        return switch (arrow.fate()) {
            case ARRIVES, REFUSED -> column(arrow.to());
            case DROPPED_BY_FIREWALL -> WALL;
            case LOST_AT_CLIENT -> CLIENT_WALL;
        };
    }

    private void row(String time, char[] drawing, List<String> text) {
        String first = " ".repeat(TIME - time.length()) + time + "  " + new String(drawing) + "  ";
        String next = " ".repeat(TEXT);
        if (text.isEmpty()) {
            lines.add(first.stripTrailing());
        }
        for (int i = 0; i < text.size(); i++) {
            lines.add((i == 0 ? first : next) + text.get(i));
        }
    }

    private static int column(Lane lane) {
        return Objects.requireNonNull(LANES.get(lane));
    }

    private static char[] blanks() {
        return " ".repeat(DRAWING).toCharArray();
    }
}

package org.wec7emu.report;

import java.util.List;

/**
 * Texts and shapes with their places, in pixels from the left top corner.
 *
 * @param shapes drawn first, so that texts stay readable
 */
record Drawing(int width, int height, List<Shape> shapes, List<TextBox> texts) {
    Drawing {
        shapes = List.copyOf(shapes);
        texts = List.copyOf(texts);
    }

    /** A line of text; it takes just that room, whatever font the reader has. */
    record TextBox(double left, double top, double width, double height, String text, String style) {
        boolean overlaps(TextBox other) {
            return left < other.left + other.width
                    && other.left < left + width
                    && top < other.top + other.height
                    && other.top < top + height;
        }
    }

    /** Something to draw. */
    sealed interface Shape {
        /** Its class in the style sheet. */
        String style();
    }

    record Line(double fromX, double fromY, double toX, double toY, String style) implements Shape {}

    record Box(double left, double top, double width, double height, String style) implements Shape {}

    /** The end of an arrow; {@code direction} is 1 to the right, -1 to the left. */
    record Head(double x, double y, int direction, String style) implements Shape {}

    /** Where an arrow is stopped. */
    record Cross(double x, double y, String style) implements Shape {}
}

package org.wec7emu.report;

import java.util.Map;
import java.util.Objects;

/**
 * Where things stand in a drawing of a ladder, in pixels.
 *
 * @param cell width of a character; the font is monospaced
 * @param line height of a line of text
 * @param plot where texts of steps begin, right of the seconds
 * @param clientWall middle of the wall in front of the client
 * @param wall middle of the firewall
 * @param lanes middle of each {@link Lane}
 */
record LadderScale(
        String name, int width, double cell, int line, int plot, int clientWall, int wall, Map<Lane, Integer> lanes) {
    /** Half the thickness of a wall, and the room beside it. */
    static final int WALL = 6;

    /** For screens and paper. */
    static final LadderScale WIDE = new LadderScale("wide", 880, 7.8, 18, 76, 306, 400, lanes(116, 246, 524, 664, 804));

    /** For phones. */
    static final LadderScale NARROW =
            new LadderScale("narrow", 360, 6.6, 15, 52, 145, 180, lanes(72, 124, 218, 276, 334));

    private static Map<Lane, Integer> lanes(int n, int n1, int p20, int p21, int p) {
        return Map.of(
                Lane.CLIENT_CONTROL,
                n,
                Lane.CLIENT_DATA,
                n1,
                Lane.DEVICE_DATA,
                p20,
                Lane.DEVICE_CONTROL,
                p21,
                Lane.DEVICE_PASSIVE,
                p);
    }

    int lane(Lane lane) {
        return Objects.requireNonNull(lanes.get(lane));
    }

    /** Room for texts, from one x to another. */
    record Room(int from, int to) {
        int width() {
            return to - from;
        }
    }

    Room all() {
        return new Room(plot, width - 4);
    }

    /** @param walled whether it ends at a wall of the client's own */
    Room clientSide(boolean walled) {
        return new Room(plot, (walled ? clientWall : wall) - 2 * WALL);
    }

    Room deviceSide() {
        return new Room(wall + 2 * WALL, width - 4);
    }

    /** Right of the wall in front of the client. */
    Room beyondClient() {
        return new Room(clientWall + 2 * WALL, width - 4);
    }

    int cells(Room room) {
        return (int) (room.width() / cell);
    }
}

package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a profile, so that a person can mend all of it at once. */
final class Mistakes {
    private static final int MOST = 50;

    private final List<Mistake> found = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    private record Mistake(Position at, String message) {}

    /** @param message what is wrong; what would be right */
    void add(Position at, String message) {
        if (!files.contains(at.file())) {
            files.add(at.file());
        }
        Mistake mistake = new Mistake(at, message);
        if (!found.contains(mistake)) {
            found.add(mistake);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Goes on when there are none. */
    void throwIfAny() throws ProfileException {
        if (!found.isEmpty()) {
            throw exception();
        }
    }

    /** All of them, in file order. */
    ProfileException exception() {
        found.sort(Comparator.comparingInt(
                        (Mistake mistake) -> files.indexOf(mistake.at().file()))
                .thenComparingInt(mistake -> mistake.at().line())
                .thenComparingInt(mistake -> mistake.at().column()));
        List<String> lines = new ArrayList<>();
        List<Position> places = new ArrayList<>();
        for (Mistake mistake : found.subList(0, Math.min(MOST, found.size()))) {
            lines.add(mistake.at() + ": " + mistake.message());
            places.add(mistake.at());
        }
        if (found.size() > MOST) {
            lines.add(files.get(0) + ": and " + (found.size() - MOST) + " more mistakes; mend these first");
        }
        return new ProfileException(lines, places);
    }
}

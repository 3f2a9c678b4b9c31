package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a profile, so that a person can mend all of it at once. */
final class Mistakes {
    private static final int MOST = 50;

    private final List<Mistake> found = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private Predicate<Position> faultless = place -> false;
    private @Nullable Position extension;

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

    /**
     * Tells of places that are right by themselves: what is wrong there is what a profile makes of them that extends them, so it
     * is shown where that one says so.
     *
     * @param extending where it says what it extends
     */
    void blame(Position extending, Predicate<Position> places) {
        extension = extending;
        faultless = places;
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
        Position blamed = extension;
        if (blamed != null) {
            List<Mistake> inherited =
                    found.stream().filter(it -> faultless.test(it.at())).toList();
            found.removeAll(inherited);
            inherited.stream().findFirst().ifPresent(first -> add(blamed, ofChanges(inherited.size(), first)));
        }
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

    private static String ofChanges(int values, Mistake first) {
        String which = values == 1 ? "a value" : values + " values, the first of them";
        return "extends: what this profile changes doesn't go with what it takes over: with " + which + " at "
                + first.at() + ": " + first.message();
    }
}

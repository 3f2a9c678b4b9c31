package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * In which values two devices differ: two images, or one in two states. Values that are equal are left out, whatever they
 * rest on.
 *
 * @param first the one
 * @param second the other
 * @param differences by section, in the order of {@link ProfileSection}; within one in the profiles' order
 */
public record ProfileDiff(DeviceInState first, DeviceInState second, List<Difference> differences) {
    public ProfileDiff {
        differences = List.copyOf(differences);
    }

    /** Compares two devices. */
    public static ProfileDiff of(DeviceInState first, DeviceInState second) {
        List<Difference> all = new ArrayList<>(LeafDiff.of(first, second));
        all.addAll(RuleDiff.of(first, second));
        all.sort(Comparator.comparing(Difference::section));
        return new ProfileDiff(first, second, all);
    }

    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /** How many differences rest on an inferred or unknown value, so that real devices may well not differ in them. */
    public int guesses() {
        return (int) differences.stream().filter(Difference::restsOnGuess).count();
    }
}

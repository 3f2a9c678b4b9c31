package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The leaves, other than rules, in which two devices differ. Items of a list are held against each other by what they say,
 * wherever they stand; only the steps of a state are an order.
 */
final class LeafDiff {
    private final List<Difference> differences = new ArrayList<>();

    private LeafDiff() {}

    static List<Difference> of(DeviceInState first, DeviceInState second) {
        Leaves ones = new Leaves(first.values());
        Leaves others = new Leaves(second.values());
        Set<String> subjects = new LinkedHashSet<>(ones.subjects());
        subjects.addAll(others.subjects());
        LeafDiff diff = new LeafDiff();
        for (String subject : subjects) {
            boolean list = ones.isList(subject) || others.isList(subject);
            diff.compare(subject, list, ones.of(subject), others.of(subject));
        }
        return diff.differences;
    }

    private void compare(String subject, boolean list, List<ProfileValue> first, List<ProfileValue> second) {
        if (Leaves.isOrdered(subject)) {
            leaveOutSameEnds(first, second);
            inOrder(subject, first, second);
        } else {
            leaveOutSame(first, second);
            if (!list) {
                inOrder(subject, first, second);
            } else if (first.size() == 1 && Leaves.isNone(first.get(0))) {
                second.forEach(item -> differences.add(new Difference.Changed(subject, first.get(0), item)));
            } else if (second.size() == 1 && Leaves.isNone(second.get(0))) {
                first.forEach(item -> differences.add(new Difference.Changed(subject, item, second.get(0))));
            } else {
                first.forEach(item -> differences.add(new Difference.OnlyFirst(subject, item)));
                second.forEach(item -> differences.add(new Difference.OnlySecond(subject, item)));
            }
        }
    }

    private void inOrder(String subject, List<ProfileValue> first, List<ProfileValue> second) {
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            if (i >= second.size()) {
                differences.add(new Difference.OnlyFirst(subject, first.get(i)));
            } else if (i >= first.size()) {
                differences.add(new Difference.OnlySecond(subject, second.get(i)));
            } else if (!isSame(first.get(i), second.get(i))) {
                differences.add(new Difference.Changed(subject, first.get(i), second.get(i)));
            }
        }
    }

    private static void leaveOutSameEnds(List<ProfileValue> first, List<ProfileValue> second) {
        while (!first.isEmpty() && !second.isEmpty() && isSame(first.get(0), second.get(0))) {
            first.remove(0);
            second.remove(0);
        }
        while (!first.isEmpty() && !second.isEmpty() && isSame(last(first), last(second))) {
            first.remove(first.size() - 1);
            second.remove(second.size() - 1);
        }
    }

    private static void leaveOutSame(List<ProfileValue> first, List<ProfileValue> second) {
        for (Iterator<ProfileValue> ones = first.iterator(); ones.hasNext(); ) {
            ProfileValue one = ones.next();
            for (Iterator<ProfileValue> others = second.iterator(); others.hasNext(); ) {
                if (isSame(one, others.next())) {
                    ones.remove();
                    others.remove();
                    break;
                }
            }
        }
    }

    private static ProfileValue last(List<ProfileValue> values) {
        return values.get(values.size() - 1);
    }

    private static boolean isSame(ProfileValue one, ProfileValue other) {
        return Leaves.meaning(one).equals(Leaves.meaning(other));
    }
}

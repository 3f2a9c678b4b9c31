package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What somebody who mistyped a name may have meant. */
public final class NearestName {
    private NearestName() {}

    /** The names closest to {@code typed}, if any is close enough to be meant; in the order given. */
    public static List<String> of(String typed, Collection<String> names) {
        int limit = Math.max(1, Math.min(typed.length(), 30) / 3);
        List<String> nearest = new ArrayList<>();
        int best = limit;
        for (String name : names) {
            int distance = distance(plain(typed), plain(name), limit);
            if (distance < best) {
                nearest.clear();
                best = distance;
            }
            if (distance == best) {
                nearest.add(name);
            }
        }
        return nearest;
    }

    /** As in "; did you mean 'firewall'?", or else {@code otherwise}. */
    static String suggestion(String typed, Collection<String> names, String otherwise) {
        List<String> nearest = of(typed, names);
        return nearest.isEmpty() ? otherwise : "did you mean '" + String.join("' or '", nearest) + "'?";
    }

    /** Without what tells max_sessions and maxSessions from max-sessions. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace("-", "");
    }

    /** Levenshtein's, or a number above {@code limit} where it would be larger. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[b.length()];
    }
}

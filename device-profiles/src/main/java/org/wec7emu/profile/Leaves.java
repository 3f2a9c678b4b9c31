package org.wec7emu.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The leaves of a device, other than rules, by what they are about. That is a leaf's path, but an account or virtual root
 * stands there by its name, and an item of a list without its number: {@code ftp.accounts.webguest.password}.
 */
final class Leaves {
    private static final Pattern NAMED = Pattern.compile("(ftp\\.(?:accounts|virtual-roots))(\\[\\d+])(.*)");
    private static final Pattern NAME =
            Pattern.compile("ftp\\.(?:accounts\\[\\d+]\\.user|virtual-roots\\[\\d+]\\.name)");
    private static final Pattern ITEM = Pattern.compile("(.*)\\[\\d+]");
    private static final Pattern STEPS = Pattern.compile("states\\..*\\.steps");

    private final Map<String, List<ProfileValue>> bySubject = new LinkedHashMap<>();
    private final Set<String> lists = new HashSet<>();

    Leaves(List<ProfileValue> values) {
        Map<String, String> names = new HashMap<>();
        for (ProfileValue value : values) {
            if (NAME.matcher(value.path()).matches()) {
                String path = value.path();
                names.put(path.substring(0, path.lastIndexOf('.')), Phrases.lowerCase(value.text()));
            }
        }
        for (ProfileValue value : values) {
            if (!value.path().startsWith(RuleDiff.PATH)) {
                add(named(value.path(), names), value);
            }
        }
    }

    private static String named(String path, Map<String, String> names) {
        Matcher parts = NAMED.matcher(path);
        String name = parts.matches() ? names.get(parts.group(1) + parts.group(2)) : null;
        return name == null ? path : parts.group(1) + "." + name + parts.group(3);
    }

    private void add(String path, ProfileValue value) {
        Matcher item = ITEM.matcher(path);
        boolean inList = item.matches();
        String subject = inList ? item.group(1) : path;
        if (inList) {
            lists.add(subject);
        }
        bySubject.computeIfAbsent(subject, absent -> new ArrayList<>()).add(value);
    }

    Set<String> subjects() {
        return bySubject.keySet();
    }

    /** A list of the caller's own; empty when there is none. */
    List<ProfileValue> of(String subject) {
        return new ArrayList<>(bySubject.getOrDefault(subject, List.of()));
    }

    /** Whether it is a list with items. */
    boolean isList(String subject) {
        return lists.contains(subject);
    }

    /** Whether the order of a list's items means something. */
    static boolean isOrdered(String subject) {
        return STEPS.matcher(subject).matches();
    }

    /** Whether it stands for a list without items. */
    static boolean isNone(ProfileValue value) {
        return value.text().equals(LeafList.NONE_LISTED);
    }

    /** What is equal of two values that say the same in other words, as {@code 5 min} and {@code 300 s} do. */
    static Object meaning(ProfileValue value) {
        String text = value.text();
        if (value.path().equals("ftp.user-list")) {
            return UserList.parse(text);
        } else if (value.path().equals("storage.card-size") && SizeText.parse(text) >= 0) {
            return SizeText.parse(text);
        }
        Duration duration = ProfileSection.of(value.path()) == ProfileSection.FTP ? DurationText.parse(text) : null;
        return duration == null ? text : duration;
    }
}

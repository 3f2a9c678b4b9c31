package org.wec7emu.registry;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What keys and values may be called. */
final class KeySyntax {
    static final char SEPARATOR = '\\';
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PATH = 1000;
    private static final String LOCAL_MACHINE = "HKEY_LOCAL_MACHINE";
    private static final List<String> ROOTS =
            List.of(LOCAL_MACHINE, "HKEY_CURRENT_USER", "HKEY_CLASSES_ROOT", "HKEY_USERS", "HKEY_CURRENT_CONFIG");
    /** What people write for short; no file of Microsoft's has them. */
    private static final Map<String, String> SHORT_ROOTS = Map.of(
            "HKLM", LOCAL_MACHINE, "HKCU", "HKEY_CURRENT_USER", "HKCR", "HKEY_CLASSES_ROOT", "HKU", "HKEY_USERS");

    private KeySyntax() {}

    /**
     * The path with its root written out.
     *
     * @throws IllegalArgumentException when it can't be a key's; the message says why, and what to write
     */
    static String fullPath(String path) {
        int end = path.indexOf(SEPARATOR);
        String root = end < 0 ? path : path.substring(0, end);
        String rest = end < 0 ? "" : path.substring(end);
        String capitals = root.toUpperCase(Locale.ROOT);
        String full = SHORT_ROOTS.getOrDefault(capitals, ROOTS.contains(capitals) ? root : "");
        if (full.isEmpty()) {
            throw new IllegalArgumentException("a key's path begins with a root, one of: " + String.join(", ", ROOTS));
        }
        requireKey(full.concat(rest));
        return full.concat(rest);
    }

    /** @throws IllegalArgumentException when no file can have a key of that path; the message says why */
    static void requireKey(String path) {
        int start = 0;
        while (start <= path.length()) {
            int next = path.indexOf(SEPARATOR, start);
            int end = next < 0 ? path.length() : next;
            if (end == start) {
                throw new IllegalArgumentException("a key's path has single backslashes, and none at its end");
            } else if (end - start > LONGEST_NAME) {
                throw new IllegalArgumentException(
                        "a key's name has at most " + LONGEST_NAME + " characters, this one " + (end - start));
            }
            start = end + 1;
        }
        if (path.length() > LONGEST_PATH) {
            throw new IllegalArgumentException("a key's path has at most " + LONGEST_PATH + " characters here");
        } else if (!isValueName(path)) {
            throw new IllegalArgumentException("a key's name can't have a control character in it");
        } else if (endInside(path)) {
            throw new IllegalArgumentException("a key's name can't have ']' in it where a line may end");
        }
    }

    /** Whether a reader would take a bracket of the path's own for the one behind it. */
    private static boolean endInside(String path) {
        for (int i = path.indexOf(']'); i >= 0; i = path.indexOf(']', i + 1)) {
            if (isEndOfLine(path, i + 1) && !path.substring(i + 1).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing but blanks and a comment follow. */
    static boolean isEndOfLine(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at == line.length() || line.charAt(at) == ';';
    }

    static boolean isValueName(String name) {
        return name.chars().allMatch(c -> c >= ' ');
    }

    /** Of paths and names, whose case tells nothing apart. */
    static String caseless(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

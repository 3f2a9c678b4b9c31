package org.wec7emu.profile;

import org.jspecify.annotations.Nullable;

/** Paths on a device: {@code \Hard Disk\ftp}, absolute, without a drive letter. */
public final class DevicePath {
    private static final int LONGEST = 259;

    private DevicePath() {}

    /** What is wrong with a path, as in "has two '\\' in a row"; null when nothing is. */
    public static @Nullable String fault(String path) {
        if (!path.startsWith("\\")) {
            return "doesn't begin with '\\'";
        }
        if (path.length() > LONGEST) {
            return "is longer than " + LONGEST + " characters";
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < ' ' || "/:*?\"<>|".indexOf(c) >= 0) {
                return "has a character that can't stand in a name";
            }
        }
        String segments = path.concat("\\");
        if (segments.contains("\\..\\") || segments.contains("\\.\\")) {
            return "has '.' or '..' in it";
        }
        return path.contains("\\\\") ? "has two '\\' in a row" : null;
    }

    /** Whether a path is a directory or lies in it, whatever their case. */
    static boolean isWithin(String path, String directory) {
        String inner = path.endsWith("\\") ? path : path.concat("\\");
        String outer = directory.endsWith("\\") ? directory : directory.concat("\\");
        return inner.regionMatches(true, 0, outer, 0, outer.length());
    }

    /** The directory that a path lies in; empty for one directly below the root. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('\\')));
    }
}

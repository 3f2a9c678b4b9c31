package org.wec7emu.profile;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.Duration;
import org.wec7emu.profile.FtpProfile.NlstArgument;
import org.wec7emu.profile.FtpProfile.UnsupportedVerbs;

/** Reads {@code ftp:}. */
final class FtpSection {
    private static final int MOST_SESSIONS = 1000;
    private static final int SHORTEST_LINE = 64;
    private static final int LONGEST_LINE = 65_536;

    private final Cursor cursor;
    private final Mistakes mistakes;

    FtpSection(Cursor cursor, Mistakes mistakes) {
        this.cursor = cursor;
        this.mistakes = mistakes;
    }

    FtpProfile read() {
        FtpProfile ftp = new FtpProfile(
                cursor.flag("server-active"),
                new AccessSection(cursor, mistakes).read(),
                cursor.flag("allow-low-ports"),
                cursor.flag("allow-third-party"),
                directory(),
                new RepliesSection(cursor.section("replies", "ready: 220 Service ready for new user.")).read(),
                cursor.choice("documented-unsupported", UnsupportedVerbs.values()),
                duration(cursor, "data-wait", true, "30 s"),
                duration(cursor, "data-stall", true, "5 min"),
                duration(cursor, "idle-timeout", false, "5 min"),
                cursor.number("max-sessions", 1, MOST_SESSIONS, 10),
                duration(cursor, "login-delay", false, "0 s"),
                cursor.number("max-command-length", SHORTEST_LINE, LONGEST_LINE, 2048),
                codePage(),
                cursor.flag("rename-overwrites"),
                cursor.choice("nlst-argument", NlstArgument.values()),
                new SwitchesSection(cursor).read());
        cursor.close();
        return ftp;
    }

    private String directory() {
        String example = "'\\Hard Disk\\ftp\\'";
        String directory = cursor.text("directory", example);
        String fault = DevicePath.fault(directory);
        if (!directory.isEmpty() && fault != null) {
            cursor.reject("directory", Quoted.of(directory) + " " + fault + "; write for example " + example);
        }
        return directory;
    }

    static Duration duration(Cursor cursor, String key, boolean positive, String example) {
        String text = cursor.text(key, example);
        Duration duration = DurationText.parse(text);
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        if (duration == null) {
            cursor.reject(
                    key,
                    Quoted.of(text) + " is no duration; write a whole number and one of ms, s, min, h, for example "
                            + example);
            return Duration.ZERO;
        }
        if (positive && duration.isZero()) {
            cursor.reject(key, "it can't be zero; write for example " + example);
        }
        return duration;
    }

    private String codePage() {
        String name = cursor.text("code-page", "windows-1252");
        if (!name.isEmpty() && !isCharset(name)) {
            cursor.reject("code-page", "there is no code page " + Quoted.of(name) + "; write for example windows-1252");
        }
        return name;
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}

package org.wec7emu.measure.probe;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server's clock, as its listing shows it of a file that was written just now. */
final class Clock {
    private static final Pattern DOS = Pattern.compile("(\\d\\d)-(\\d\\d)-(\\d\\d) +(\\d\\d):(\\d\\d) .* (\\S+)");
    private static final int CENTURY = 2000;

    private Clock() {}

    /** Says how the time of a file in a listing of DOS style differs from the client's own. */
    static void remark(Answers answers, String listing, String file) {
        remark(answers, listing, file, LocalDateTime.now(ZoneId.systemDefault()));
    }

    static void remark(Answers answers, String listing, String file, LocalDateTime now) {
        for (String line : listing.lines().toList()) {
            Matcher matcher = DOS.matcher(line);
            if (matcher.matches() && matcher.group(6).equals(file)) {
                try {
                    answers.remark(
                            "clock", words(Duration.between(time(matcher), now).toMinutes()));
                } catch (DateTimeException e) {
                    answers.remark("clock", "no time: " + line);
                }
            }
        }
    }

    private static LocalDateTime time(Matcher matcher) {
        return LocalDateTime.of(
                CENTURY + number(matcher, 3),
                number(matcher, 1),
                number(matcher, 2),
                number(matcher, 4),
                number(matcher, 5));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** @param behind minutes */
    private static String words(long behind) {
        if (behind >= -1 && behind <= 2) {
            return "that of the client";
        }
        return Math.abs(behind) + " minutes " + (behind > 0 ? "behind" : "ahead of") + " the client's";
    }
}

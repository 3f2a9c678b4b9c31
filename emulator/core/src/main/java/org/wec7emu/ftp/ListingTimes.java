package org.wec7emu.ftp;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Times of one listing. By hand, as a formatter would take most of the time that a long listing takes; and of files written in
 * the same minute, which often follow each other, only once. Not for several threads.
 */
final class ListingTimes {
    private static final int MINUTE = 60;

    private final ZoneId zone;
    private long lastMinute = Long.MIN_VALUE;
    private String lastText = "";

    ListingTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** As in {@code 05-19-17  13:03}. */
    String text(Instant time) {
        int offset = zone.getRules().getOffset(time).getTotalSeconds();
        long minute = Math.floorDiv(time.getEpochSecond() + offset, MINUTE);
        if (minute != lastMinute) {
            lastMinute = minute;
            lastText = text(LocalDateTime.ofEpochSecond(minute * MINUTE, 0, ZoneOffset.UTC));
        }
        return lastText;
    }

    private static String text(LocalDateTime time) {
        StringBuilder text = new StringBuilder();
        twoDigits(text, time.getMonthValue()).append('-');
        twoDigits(text, time.getDayOfMonth()).append('-');
        twoDigits(text, Math.floorMod(time.getYear(), 100)).append("  ");
        twoDigits(text, time.getHour()).append(':');
        return twoDigits(text, time.getMinute()).toString();
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}

package org.wec7emu.profile;

/** Sizes as people write them: {@code 4096 B}, {@code 64 KiB}, {@code 512 MiB}, {@code 2 GiB}. */
final class SizeText {
    private static final int MOST = 999_999;

    private SizeText() {}

    /** In bytes; -1 when the text is none. */
    static long parse(String text) {
        int blank = text.indexOf(' ');
        if (blank < 0) {
            return -1;
        }
        int number = Numbers.parse(text.substring(0, blank), 0, MOST);
        if (number < 0) {
            return -1;
        }
        return switch (text.substring(blank + 1)) {
            case "B" -> number;
            case "KiB" -> (long) number << 10;
            case "MiB" -> (long) number << 20;
            case "GiB" -> (long) number << 30;
            default -> -1;
        };
    }
}

package org.wec7emu.profile;

/** Whole numbers as people write them: digits alone. */
final class Numbers {
    private static final int MOST_DIGITS = 9;

    private Numbers() {}

    /** The number, or -1 when the text is none or it isn't between {@code lowest} (0 or more) and {@code highest}. */
    static int parse(String text, int lowest, int highest) {
        if (text.isEmpty() || text.length() > MOST_DIGITS) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        int number = Integer.parseInt(text);
        return number < lowest || number > highest ? -1 : number;
    }
}

package org.wec7emu.profile;

/** Text of a file in a message: in quotes, on one line, not too long. */
final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    static String of(String text) {
        StringBuilder quoted = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted.length() > LONGEST) {
                return quoted.append("...'").toString();
            }
            quoted.append(Character.isISOControl(c) || Character.isSurrogate(c) || isLineEnd(c) ? '?' : c);
        }
        return quoted.append('\'').toString();
    }

    private static boolean isLineEnd(char c) {
        return c == '\u2028' || c == '\u2029';
    }
}

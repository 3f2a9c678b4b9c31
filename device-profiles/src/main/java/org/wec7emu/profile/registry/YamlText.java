package org.wec7emu.profile.registry;

/** A text as YAML has it, in quotes, for whatever writes a profile. */
public final class YamlText {
    private static final char LAST_OF_ASCII = '~';
    private static final char FIRST_OF_LATIN = '\u00A1';
    private static final char LAST_OF_LATIN = '\u024F';

    private YamlText() {}

    /** In single quotes, where only they need writing twice; in double ones where a character has to be written by its number. */
    public static String quoted(String text) {
        if (text.chars().allMatch(YamlText::isPlain)) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(escaped((char) c)));
        return quoted.append('"').toString();
    }

    private static String escaped(char c) {
        if (c == '"' || c == '\\') {
            return "\\" + c;
        }
        return isPlain(c) ? String.valueOf(c) : String.format("\\u%04X", (int) c);
    }

    private static boolean isPlain(int c) {
        return (c >= ' ' && c <= LAST_OF_ASCII) || (c >= FIRST_OF_LATIN && c <= LAST_OF_LATIN);
    }
}

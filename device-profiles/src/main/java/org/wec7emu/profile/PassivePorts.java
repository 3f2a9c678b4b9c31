package org.wec7emu.profile;

import java.util.Locale;

/**
 * Refuses every attempt to choose the ports of passive FTP. Source: CX8191 manual, chapter FTP Server: many servers let
 * the operator configure their range, Windows CE and WEC7 do not.
 */
public final class PassivePorts {
    /** The stack's own range, from which passive ports come. */
    static final String STACK_RANGE = "49152-65535";

    private static final String[] PASSIVE = {"pasv", "passiv", "pasive", "epsv"};
    private static final String[] LIMITS = {"min", "max", "low", "high", "first", "last", "range", "ports", "data"};

    private PassivePorts() {}

    /**
     * Whether a key that nobody knows tries to set them, in whatever spelling.
     *
     * @param resemblesKnown whether it may as well be another key, mistyped
     */
    public static boolean isMeantBy(String key, boolean resemblesKnown) {
        String letters = letters(key);
        if (containsAny(letters, PASSIVE)) {
            return true;
        }
        return !resemblesKnown && letters.contains("port") && containsAny(letters, LIMITS);
    }

    /** The message for such a key. */
    public static String refusal(String key) {
        return Quoted.of(key) + " can't be set: " + REASON;
    }

    /** Why, and what to do instead; for whatever else tries to set them. */
    public static final String REASON =
            "passive ports of Windows CE / WEC7 cannot be configured (CX8191 manual, chapter FTP "
                    + "Server); use active FTP, or a firewall rule such as {allow: tcp, port: " + STACK_RANGE + "}";

    private static boolean containsAny(String text, String[] words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String letters(String key) {
        StringBuilder letters = new StringBuilder();
        for (char c : key.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c >= 'a' && c <= 'z') {
                letters.append(c);
            }
        }
        return letters.toString();
    }
}

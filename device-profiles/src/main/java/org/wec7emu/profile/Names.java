package org.wec7emu.profile;

/** Names that people type on a command line and see in reports. */
final class Names {
    private static final int LONGEST = 100;

    private Names() {}

    /** Letters, digits, and the signs that the names of images have; so it can name a file as well. */
    static boolean isImage(String name) {
        boolean good = !name.isEmpty() && name.length() <= LONGEST && isLetterOrDigit(name.charAt(0));
        for (int i = 0; good && i < name.length(); i++) {
            good = isLetterOrDigit(name.charAt(i)) || "_.-".indexOf(name.charAt(i)) >= 0;
        }
        return good;
    }

    /** Of a rule or state: as the registry would take it. */
    static boolean isKey(String name) {
        boolean good = !name.isBlank() && name.length() <= LONGEST;
        for (int i = 0; good && i < name.length(); i++) {
            good = name.charAt(i) >= ' ' && name.charAt(i) <= '~' && name.charAt(i) != '\\';
        }
        return good;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}

package org.wec7emu.measure.probe;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells code pages by which bytes are the same letter in another case. Names come back byte by byte whatever they mean, but a
 * file system without case finds a name by other bytes, too, and by which ones is different in each code page.
 */
final class CodePageLetters {
    /** Few pairs that tell all of the code pages below apart; found by trying all. One character a byte. */
    static final List<Pair> PAIRS = List.of(
            new Pair("\u009C", "\u008C"),
            new Pair("\u00EC", "\u00CC"),
            new Pair("\u00BE", "\u00BD"),
            new Pair("\u0081", "\u009A"),
            new Pair("\u00FD", "\u00DD"),
            new Pair("\u0083", "\u00B6"),
            new Pair("\u009D", "\u008D"),
            new Pair("\u00A0", "\u0080"),
            new Pair("\u00C3\u00A4", "\u00C3\u0084"));

    /** Those with letters that have case. */
    private static final List<String> CODE_PAGES = List.of(
            "windows-1252",
            "windows-1250",
            "windows-1251",
            "windows-1253",
            "windows-1254",
            "windows-1256",
            "windows-1257",
            "windows-1258",
            "IBM437",
            "IBM850",
            "IBM852",
            "IBM866",
            "UTF-8");

    private static final char NO_LETTER = '\uFFFD';

    private CodePageLetters() {}

    /** Two letters, or what some code page has for letters, as bytes. */
    record Pair(String small, String capital) {
        private boolean isOneIn(Charset codePage) {
            String one = new String(small.getBytes(StandardCharsets.ISO_8859_1), codePage);
            String other = new String(capital.getBytes(StandardCharsets.ISO_8859_1), codePage);
            return one.indexOf(NO_LETTER) < 0 && capital(one).equals(capital(other));
        }

        /** Letter by letter, as Windows does it: the dotless i of Turkish isn't the dotted capital one. */
        private static String capital(String text) {
            StringBuilder capital = new StringBuilder();
            text.codePoints().map(Character::toUpperCase).forEach(capital::appendCodePoint);
            return capital.toString();
        }
    }

    /**
     * The code pages in which just these pairs are the same letter.
     *
     * @param same for each pair whether it was found to be one
     */
    static List<String> of(List<Boolean> same) {
        List<String> matching = new ArrayList<>();
        for (String name : CODE_PAGES) {
            if (Charset.isSupported(name)) {
                Charset codePage = Charset.forName(name);
                List<Boolean> expected =
                        PAIRS.stream().map(pair -> pair.isOneIn(codePage)).toList();
                if (expected.equals(same)) {
                    matching.add(name);
                }
            }
        }
        boolean twoBytesAreALetter = same.get(PAIRS.size() - 1);
        return matching.isEmpty() && twoBytesAreALetter
                ? List.of("UTF-8")
                : matching; // alone they are no UTF-8, so anything
    }
}

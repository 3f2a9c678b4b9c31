package org.wec7emu.measure.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Which letters beyond ASCII are the same in another case. */
final class WrittenLetters extends Writing {
    private static final String NAME = "wec7emu-";
    private static final int PAIRS = CodePageLetters.PAIRS.size();

    WrittenLetters(String directory) {
        super("which letters are the same in another case", directory, List.of(), "ftp.code-page");
        mayOpen(2);
        mayLogIn(2);
        maySend(PAIRS, "MKD " + NAME + "{letter}", "CWD " + NAME + "{letter}", "RMD " + NAME + "{letter}");
        maySend(PAIRS + 1, "CDUP");
    }

    @Override
    void inPlace(Interview it) throws IOException {
        List<Boolean> same = new ArrayList<>();
        for (CodePageLetters.Pair pair : CodePageLetters.PAIRS) {
            boolean made = it.ask("MKD " + NAME + "{letter}", pair.small()).code() / 100 == 2;
            boolean found =
                    made && it.ask("CWD " + NAME + "{letter}", pair.capital()).code() / 100 == 2;
            if (found) {
                it.ask("CDUP");
            }
            same.add(found);
        }
        List<String> codePages = CodePageLetters.of(same);
        if (codePages.size() == 1) {
            it.answers()
                    .concluded("ftp.code-page", codePages.get(0), "letters have the capital ones of this code page");
        } else {
            it.answers()
                    .leftOpen(
                            "ftp.code-page",
                            same.contains(true)
                                    ? "letters have the capital ones of no code page that is known"
                                    : "names that differ in case only are different, so letters can't be told");
        }
    }

    @Override
    void removeRest(Interview it) throws IOException {
        for (CodePageLetters.Pair pair : CodePageLetters.PAIRS) {
            it.ask("RMD " + NAME + "{letter}", pair.small());
        }
    }
}

package org.wec7emu.measure.probe;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.wec7emu.measure.client.Heard.Reply;

/** Asks about a directory that there is. Sends LIST and NLST with it, CWD in another case, and PWD. */
final class Names {
    private Names() {}

    /** @param directory a name of ASCII letters in the current directory */
    static void ask(Interview it, String directory) throws IOException {
        String pattern = directory.substring(0, directory.length() - 1) + "*";
        Transfer matching = Transfer.of(it, "LIST {pattern}", pattern);
        it.answers()
                .found(
                        "ftp.listing-wildcards",
                        matching.isComplete() && !matching.data().orElse("").isEmpty() ? "match" : "name");
        List<String> here = Transfer.of(it, "NLST").data().orElse("").lines().toList();
        List<String> there = Transfer.of(it, "NLST {name}", directory)
                .data()
                .orElse("")
                .lines()
                .toList();
        names(it.answers(), directory, here, there);
        String other = otherCase(directory);
        Reply changed = it.ask("CWD {othercase}", other);
        boolean found = changed.code() / 100 == 2;
        it.answers().remark("case of names", found ? "doesn't matter" : "matters");
        if (!found) {
            it.answers().leftOpen("ftp.shown-directory", "names have case, so there is one spelling");
            return;
        }
        String shown = it.ask("PWD").text();
        if (shown.contains(other)) {
            it.answers().found("ftp.shown-directory", "as-typed");
        } else if (shown.contains(directory)) {
            it.answers().found("ftp.shown-directory", "as-stored");
        }
    }

    private static void names(Answers answers, String directory, List<String> here, List<String> there) {
        if (there.isEmpty()) {
            answers.leftOpen("ftp.nlst-argument", "the directory is empty");
            answers.leftOpen("ftp.nlst-names", "the directory is empty");
        } else if (there.equals(here)) {
            answers.found("ftp.nlst-argument", "ignored");
            answers.leftOpen("ftp.nlst-names", "NLST's argument has no effect");
        } else {
            answers.found("ftp.nlst-argument", "lists");
            answers.found("ftp.nlst-names", there.get(0).startsWith(directory + "/") ? "as-asked" : "bare");
        }
    }

    /** With small letters for capital ones and the other way round. */
    static String otherCase(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        StringBuilder other = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            other.append(c == upper.charAt(i) ? Character.toLowerCase(c) : upper.charAt(i));
        }
        return other.toString();
    }
}

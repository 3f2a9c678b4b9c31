package org.wec7emu.measure.probe;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** STOU and APPE, the last of the verbs that are documented as unsupported (ms901340): where they are known, they make files. */
final class VerbsThatWrite extends Writing {
    private static final String KEY = "ftp.documented-unsupported";
    /** What is deleted is nothing but one file of such a name, in a place that was empty before. */
    private static final Pattern PLAIN = Pattern.compile("\\w[\\w.-]{0,63}");

    /** Replies of servers that don't know a verb. */
    private static final Set<Integer> UNKNOWN = Set.of(500, 502);

    private boolean stored;

    VerbsThatWrite(String directory) {
        super("STOU and APPE, which write where they are known", directory, List.of(FILE), KEY);
        mayOpen(2);
        mayLogIn(2);
        mayTransfer(4);
        maySend(2, "NLST");
        maySend(1, "STOU", "APPE {name}", "DELE {unique}", "CDUP");
    }

    @Override
    void inPlace(Interview it) throws IOException {
        if (!names(it).isEmpty()) {
            throw new NoAnswerException("the directory that was made isn't empty");
        }
        stored = true;
        int unique = code(it, "STOU");
        stored = !UNKNOWN.contains(unique); // ProFTPD makes the file, and refuses to store in it by 550
        int append = code(it, "APPE {name}", FILE);
        VerbCodes codes = new VerbCodes();
        codes.add("STOU", unique);
        codes.add("APPE", append);
        it.answers().remark("verbs that write", codes.words());
        if (isOtherwise(it.answers(), unique) || isOtherwise(it.answers(), append)) {
            it.answers().takeBack(KEY, "the other verbs are refused alike, but these not: " + codes.words());
        }
    }

    private static int code(Interview it, String template, String... values) throws IOException {
        int code;
        try (Upload upload = Upload.begin(it, template, values)) {
            code = upload.begun().code();
            upload.end();
        } catch (Upload.RefusedException e) {
            return e.code();
        }
        it.next();
        return code;
    }

    /** Whether a reply isn't that which the other verbs got. */
    private static boolean isOtherwise(Answers answers, int code) {
        String reply = answers.value(KEY).orElse("").equals("not-implemented") ? "not-implemented" : "unrecognized";
        return answers.value(KEY).isPresent()
                && answers.value(ReplyLines.key(reply))
                        .filter(text -> !text.startsWith(code + " "))
                        .isPresent();
    }

    @Override
    void removeRest(Interview it) throws IOException {
        List<String> names = stored ? names(it) : List.of();
        if (names.size() == 1 && PLAIN.matcher(names.get(0)).matches()) {
            it.ask("DELE {unique}", names.get(0));
        }
    }

    private static List<String> names(Interview it) throws IOException {
        return Transfer.of(it, "NLST").data().orElse("").lines().toList();
    }
}

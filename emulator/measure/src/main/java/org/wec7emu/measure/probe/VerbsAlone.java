package org.wec7emu.measure.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wec7emu.measure.client.ActivePort;
import org.wec7emu.measure.client.Endpoints;
import org.wec7emu.measure.client.Heard.Reply;

/** Verbs alone that can't change anything: which are known. */
final class VerbsAlone extends Question {
    /** Documented by Microsoft as unsupported (ms901340), and harmless without an argument; but REIN, which comes last. */
    private static final List<String> UNSUPPORTED = List.of("ABOR", "ACCT", "ALLO", "REST", "SMNT", "STAT");

    private static final List<String> OTHERS = List.of(
            "SIZE", "MDTM", "FEAT", "SITE", "OPTS", "AUTH", "PBSZ", "PROT", "CCC", "MLST", "MFMT", "LANG", "CLNT",
            "HOST", "LPRT", "LPSV", "XSHA1", "XPWD", "XCUP", "XCWD", "CWD", "NOOP");

    VerbsAlone() {
        super("each verb", "ftp.documented-unsupported", ReplyLines.key("not-implemented"), "ftp.extended-port");
        mayOpen(1);
        mayLogIn(1);
        UNSUPPORTED.forEach(verb -> maySend(1, verb));
        OTHERS.forEach(verb -> maySend(1, verb));
        maySend(1, "XYZZY", "EPRT {eprt}", "REIN");
    }

    @Override
    void ask(Interview it) throws IOException {
        it.logIn();
        int unheard = it.ask("XYZZY").code();
        VerbCodes codes = new VerbCodes();
        List<Reply> documented = new ArrayList<>();
        for (String verb : UNSUPPORTED) {
            Reply reply = it.ask(verb);
            documented.add(reply);
            codes.add(verb, reply.code());
        }
        for (String verb : OTHERS) {
            codes.add(verb, it.ask(verb).code());
        }
        it.answers().found("ftp.extended-port", Boolean.toString(knowsExtendedPort(it, unheard)));
        Reply reinitialize = it.ask("REIN"); // nobody is logged in behind it where it is known
        documented.add(reinitialize);
        codes.add("REIN", reinitialize.code());
        unsupported(it.answers(), documented, unheard);
        it.answers().remark("verbs alone", codes.words());
        it.quit();
    }

    private static boolean knowsExtendedPort(Interview it, int unheard) throws IOException {
        try (ActivePort here = Transfer.listen(it)) {
            String endpoint = Endpoints.extended(
                    here.endpoint().getAddress(), here.endpoint().getPort());
            int code = it.ask("EPRT {eprt}", endpoint).code();
            return code != unheard && code != 500 && code != 502;
        }
    }

    private static void unsupported(Answers answers, List<Reply> replies, int unheard) {
        String key = "ftp.documented-unsupported";
        if (replies.stream().allMatch(reply -> reply.code() == 502) && unheard != 502) {
            answers.found(key, "not-implemented");
            ReplyLines.settle(answers, "not-implemented", replies.get(0));
        } else if (replies.stream().allMatch(reply -> reply.code() == unheard)) {
            answers.found(key, "unrecognized");
            answers.leftOpen(ReplyLines.key("not-implemented"), "no verb was answered so");
        } else {
            answers.leftOpen(key, "some of those verbs are known, or they are refused by different replies");
        }
    }
}

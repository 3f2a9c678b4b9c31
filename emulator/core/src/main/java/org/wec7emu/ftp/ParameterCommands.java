package org.wec7emu.ftp;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wec7emu.profile.FtpReplies;
import org.wec7emu.profile.FtpReplies.Occasion;

/** TYPE, STRU, MODE, SYST, HELP, NOOP. */
final class ParameterCommands {
    private static final int VERBS_A_ROW = 5;
    /** A and I are known. Source: Microsoft, FTP Server Data Types, ee499020. */
    private static final Set<String> TYPES = Set.of("A", "A N", "I");

    private static final Set<String> STRUCTURES = Set.of("F");
    private static final Set<String> MODES = Set.of("S");

    private ParameterCommands() {}

    /** Accepts a type and forgets it: bytes go as they are in both. */
    static void type(CeSession session, String type) {
        replyIfKnown(session, TYPES, type);
    }

    static void structure(CeSession session, String structure) {
        replyIfKnown(session, STRUCTURES, structure);
    }

    static void mode(CeSession session, String mode) {
        replyIfKnown(session, MODES, mode);
    }

    private static void replyIfKnown(CeSession session, Set<String> known, String parameter) {
        boolean isKnown = known.contains(parameter.strip().toUpperCase(Locale.ROOT));
        session.reply(isKnown ? Occasion.OKAY : Occasion.BAD_PARAMETER);
    }

    static void system(CeSession session, String ignored) {
        session.reply(Occasion.SYSTEM);
    }

    static void noop(CeSession session, String ignored) {
        session.reply(Occasion.OKAY);
    }

    static void help(CeSession session, String ignored) {
        FtpReplies replies = session.environment().profile().replies();
        FtpReplies.Text first = replies.get(Occasion.HELP_FIRST);
        FtpReplies.Text last = replies.get(Occasion.HELP_LAST);
        StringBuilder lines = new StringBuilder();
        lines.append(first.code()).append('-').append(first.text()).append("\r\n");
        List<String> verbs = Verbs.IN_HELP;
        for (int i = 0; i < verbs.size(); i++) {
            boolean endsRow = i % VERBS_A_ROW == VERBS_A_ROW - 1 || i == verbs.size() - 1;
            lines.append(i % VERBS_A_ROW == 0 ? "   " : "").append(endsRow ? verbs.get(i) : pad(verbs.get(i)));
            lines.append(endsRow ? "\r\n" : "");
        }
        lines.append(last.code()).append(' ').append(last.text()).append("\r\n");
        session.replyLines(last.code(), lines.toString());
    }

    private static String pad(String verb) {
        return verb + " ".repeat(8 - verb.length());
    }
}

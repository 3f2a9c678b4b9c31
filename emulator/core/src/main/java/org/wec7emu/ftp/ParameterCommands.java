package org.wec7emu.ftp;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wec7emu.profile.FtpReplies;
import org.wec7emu.profile.FtpReplies.Occasion;

/** TYPE, STRU, MODE, SYST, HELP, NOOP. */
final class ParameterCommands {
    /** A and I are known. Source: Microsoft, FTP Server Data Types, ee499020. */
    private static final Set<String> TYPES = Set.of("A", "A N", "I");

    private static final Set<String> STRUCTURES = Set.of("F");
    private static final Set<String> MODES = Set.of("S");

    private ParameterCommands() {}

    static void type(CeSession session, String type) {
        if (isKnown(TYPES, type)) {
            session.type(type.strip().toUpperCase(Locale.ROOT).startsWith("A"));
        }
        replyIfKnown(session, TYPES, type);
    }

    static void structure(CeSession session, String structure) {
        replyIfKnown(session, STRUCTURES, structure);
    }

    static void mode(CeSession session, String mode) {
        replyIfKnown(session, MODES, mode);
    }

    private static void replyIfKnown(CeSession session, Set<String> known, String parameter) {
        session.reply(isKnown(known, parameter) ? Occasion.OKAY : Occasion.BAD_PARAMETER);
    }

    private static boolean isKnown(Set<String> known, String parameter) {
        return known.contains(parameter.strip().toUpperCase(Locale.ROOT));
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
        int row = session.environment().profile().switches().helpRow();
        for (int i = 0; i < verbs.size(); i++) {
            boolean endsRow = i % row == row - 1 || i == verbs.size() - 1;
            lines.append(i % row == 0 ? "   " : "").append(endsRow ? verbs.get(i) : pad(verbs.get(i)));
            lines.append(endsRow ? "\r\n" : "");
        }
        lines.append(last.code()).append(' ').append(last.text()).append("\r\n");
        session.replyLines(last.code(), lines.toString());
    }

    private static String pad(String verb) {
        return verb + " ".repeat(8 - verb.length());
    }
}

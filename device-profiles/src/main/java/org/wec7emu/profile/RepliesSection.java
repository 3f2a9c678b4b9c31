package org.wec7emu.profile;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wec7emu.profile.FtpReplies.Occasion;
import org.wec7emu.profile.FtpReplies.Text;

/**
 * Reads {@code ftp.replies:}, whose values are lines as the client gets them: {@code 220 Service ready for new user.} The
 * first line of HELP has a hyphen behind its code, as RFC 959 section 4.2 wants it.
 */
final class RepliesSection {
    private static final int CODE_LENGTH = 3;
    private static final int LONGEST = 400;
    private static final Text STAND_IN = new Text(500, "");

    private final Cursor cursor;

    RepliesSection(Cursor cursor) {
        this.cursor = cursor;
    }

    FtpReplies read() {
        Map<Occasion, Text> texts = new EnumMap<>(Occasion.class);
        for (Occasion occasion : Occasion.values()) {
            texts.put(occasion, reply(occasion));
        }
        cursor.close();
        return new FtpReplies(texts);
    }

    private Text reply(Occasion occasion) {
        String key = occasion.key();
        String line = cursor.text(key, example(occasion));
        if (line.isEmpty()) {
            return STAND_IN;
        }
        String fault = fault(occasion, line);
        if (fault != null) {
            cursor.reject(key, Quoted.of(line) + " " + fault + "; write for example " + example(occasion));
            return STAND_IN;
        }
        return new Text(Integer.parseInt(line.substring(0, CODE_LENGTH)), line.substring(CODE_LENGTH + 1));
    }

    private static @Nullable String fault(Occasion occasion, String line) {
        char separator = occasion == Occasion.HELP_FIRST ? '-' : ' ';
        if (line.length() > LONGEST) {
            return "is longer than " + LONGEST + " characters";
        }
        if (line.length() < CODE_LENGTH + 2
                || Numbers.parse(line.substring(0, CODE_LENGTH), 100, 599) < 0
                || line.charAt(CODE_LENGTH) != separator) {
            return "doesn't begin with a code from 100 to 599 and '" + separator + "'";
        }
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                return "has a control character in it";
            }
        }
        return placeholderFault(occasion, line);
    }

    private static @Nullable String placeholderFault(Occasion occasion, String line) {
        String placeholder = placeholder(occasion);
        boolean needed = !placeholder.isEmpty() && occasion != Occasion.PROTOCOL_REFUSED;
        if (needed && !line.contains(placeholder)) {
            boolean fixedPort = occasion == Occasion.PASSIVE || occasion == Occasion.EXTENDED_PASSIVE;
            return "has no " + placeholder + (fixedPort ? ": " + PassivePorts.REASON : "");
        }
        int open = line.indexOf('{');
        while (open >= 0) {
            if (placeholder.isEmpty() || !line.startsWith(placeholder, open)) {
                return "has a placeholder that isn't known here";
            }
            open = line.indexOf('{', open + 1);
        }
        return null;
    }

    private static String placeholder(Occasion occasion) {
        return switch (occasion) {
            case WORKING_DIRECTORY, CREATED -> "{path}";
            case PASSIVE -> "{address}";
            case EXTENDED_PASSIVE -> "{port}";
            case PROTOCOL_REFUSED -> "{protocol}";
            default -> "";
        };
    }

    private static String example(Occasion occasion) {
        return switch (occasion) {
            case WORKING_DIRECTORY, CREATED -> "257 \"{path}\".";
            case PASSIVE -> "227 Entering Passive Mode ({address}).";
            case EXTENDED_PASSIVE -> "229 Entering extended passive mode (|||{port}|).";
            case PROTOCOL_REFUSED -> "522 Network protocol not supported, use ({protocol}).";
            case HELP_FIRST -> "214-The following commands are implemented.";
            default -> "220 Service ready for new user.";
        };
    }
}

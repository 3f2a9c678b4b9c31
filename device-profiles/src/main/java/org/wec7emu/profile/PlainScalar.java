package org.wec7emu.profile;

import org.wec7emu.profile.Node.Kind;

/** What YAML's core schema takes a scalar without quotes for. */
final class PlainScalar {
    private PlainScalar() {}

    static Kind kind(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> Kind.EMPTY;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> Kind.FLAG;
            default -> number(text);
        };
    }

    /** Digits with a sign are whole, with one dot decimal; with two (an address) or anything else they are text. */
    private static Kind number(String text) {
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int digits = 0;
        int dots = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else {
                return Kind.TEXT;
            }
        }
        if (digits == 0 || dots > 1) {
            return Kind.TEXT;
        }
        return dots == 0 ? Kind.WHOLE : Kind.DECIMAL;
    }
}

package org.wec7emu.device;

import java.util.Locale;

/** A way to write a command line that means the same as the plain one. */
enum WireForm {
    PLAIN,
    LOWER_CASE {
        @Override
        String line(String verb, String rest) {
            return verb.toLowerCase(Locale.ROOT) + rest + "\r\n";
        }
    },
    MIXED_CASE {
        @Override
        String line(String verb, String rest) {
            return verb.charAt(0) + verb.substring(1).toLowerCase(Locale.ROOT) + rest + "\r\n";
        }
    },
    BLANKS_BEFORE {
        @Override
        String line(String verb, String rest) {
            return "  " + verb + rest + "\r\n";
        }
    },
    LINE_FEED_ALONE {
        @Override
        String line(String verb, String rest) {
            return verb + rest + "\n";
        }
    };

    /**
     * The line as it goes over the wire.
     *
     * @param rest the argument with the blank before it, or empty
     */
    String line(String verb, String rest) {
        return verb + rest + "\r\n";
    }

    String of(String command) {
        int blank = command.indexOf(' ');
        return blank < 0 ? line(command, "") : line(command.substring(0, blank), command.substring(blank));
    }
}

package org.wec7emu.ftp;

import org.wec7emu.profile.Evidence;

/**
 * A verb that clients send.
 *
 * @param name in upper case
 * @param support whether the device knows it
 * @param access who may use it
 * @param argument what may stand behind it
 * @param evidence what is known of the device; the note says what it does
 * @param command what it does; never asked where the device doesn't know it
 */
record Verb(String name, Support support, Access access, ArgumentRule argument, Evidence evidence, CeCommand command) {
    enum Support {
        WORKS,
        /** The documentation names it as one that doesn't work. */
        DOCUMENTED_UNSUPPORTED,
        /** As any other word. */
        UNHEARD_OF
    }

    enum Access {
        ANYBODY,
        /** Before login only where the profile says so. */
        INFORMATIVE,
        LOGGED_IN
    }

    enum ArgumentRule {
        NONE(false, false),
        OPTIONAL(false, false),
        NEEDED(true, false),
        OPTIONAL_PATH(false, true),
        PATH(true, true);

        private final boolean needed;
        private final boolean path;

        ArgumentRule(boolean needed, boolean path) {
            this.needed = needed;
            this.path = path;
        }

        boolean isNeeded() {
            return needed;
        }

        boolean isPath() {
            return path;
        }
    }
}

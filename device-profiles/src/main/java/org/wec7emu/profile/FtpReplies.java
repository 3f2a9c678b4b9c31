package org.wec7emu.profile;

import java.util.EnumMap;
import java.util.Map;

/**
 * The table of replies of an image: one text for each occasion. Texts may hold placeholders in braces, listed at {@link
 * Occasion}.
 */
public record FtpReplies(Map<Occasion, Text> texts) {
    /** @throws IllegalArgumentException when an occasion has no text */
    public FtpReplies {
        for (Occasion occasion : Occasion.values()) {
            if (!texts.containsKey(occasion)) {
                throw new IllegalArgumentException("no reply for " + occasion.key());
            }
        }
        texts = Map.copyOf(new EnumMap<>(texts));
    }

    public Text get(Occasion occasion) {
        Text text = texts.get(occasion);
        if (text == null) {
            throw new IllegalStateException("no reply for " + occasion.key());
        }
        return text;
    }

    /**
     * A reply.
     *
     * @param code 100 to 599
     * @param text all behind the code and its blank, without line end; a trailing blank counts
     */
    public record Text(int code, String text) {}

    /** When the server says something. The key in a profile is the name in lower case with hyphens. */
    public enum Occasion {
        /** A client has connected. */
        READY,
        /** USER with a name. */
        PASSWORD_NEEDED,
        /** USER anonymous. */
        ANONYMOUS_PASSWORD_NEEDED,
        /** PASS accepted. */
        LOGGED_IN,
        /** PASS refused, or a command before login. */
        NOT_LOGGED_IN,
        /** SYST. */
        SYSTEM,
        /** PWD; {@code {path}}. */
        WORKING_DIRECTORY,
        /** TYPE, STRU, MODE, PORT, EPRT, NOOP accepted. */
        OKAY,
        /** PASV; {@code {address}} h1,h2,h3,h4,p1,p2. */
        PASSIVE,
        /** EPSV; {@code {port}}. */
        EXTENDED_PASSIVE,
        /** A transfer starts on a connection that the client has opened. */
        TRANSFER_STARTING,
        /** A transfer is about to open its connection to the client. */
        OPENING_DATA_CONNECTION,
        /** A transfer is complete. */
        TRANSFER_COMPLETE,
        /** CWD, CDUP, DELE, RMD, RNTO done. */
        ACTION_OKAY,
        /** RNFR accepted. */
        RENAME_PENDING,
        /** MKD done; {@code {path}}. */
        CREATED,
        /** QUIT. */
        GOODBYE,
        /** Too many sessions: instead of READY. */
        NOT_AVAILABLE,
        /** No data connection came about. */
        NO_DATA_CONNECTION,
        /** A transfer broke. */
        TRANSFER_ABORTED,
        /** The file is busy. */
        FILE_BUSY,
        /** The card is full. */
        CARD_FULL,
        /** There is no card where the session's directory is. */
        CARD_REMOVED,
        /** The card was removed during a transfer. */
        CARD_REMOVED_IN_TRANSFER,
        /** A verb nobody knows. */
        UNRECOGNIZED,
        /** A bad argument. */
        BAD_ARGUMENT,
        /** A verb that isn't implemented. */
        NOT_IMPLEMENTED,
        /** A verb before the one it needs. */
        BAD_SEQUENCE,
        /** A parameter that isn't implemented, as in MODE Z. */
        BAD_PARAMETER,
        /** PORT or EPRT with a port that isn't allowed. */
        PORT_REFUSED,
        /** PORT or EPRT with another address than the client's. */
        THIRD_PARTY_REFUSED,
        /** PASV on a control connection over IPv6. */
        PASSIVE_REFUSED,
        /** EPRT or EPSV for a network protocol that the control connection doesn't speak; {@code {protocol}} 1 or 2. */
        PROTOCOL_REFUSED,
        /** PORT, PASV or EPRT after an EPSV ALL that is obeyed. */
        ONLY_EPSV,
        /** No such file, or no access. */
        UNAVAILABLE,
        /** HELP, its first line. */
        HELP_FIRST,
        /** HELP, its last line. */
        HELP_LAST;

        /** Such as {@code transfer-complete}. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}

package org.wec7emu.profile;

import java.time.Duration;

/**
 * How an image's FTP server behaves where no document and no published log says so: each of these is a switch of the profile
 * with a default that its note gives a reason for.
 *
 * @param surplusArgument what an argument does behind a verb that takes none
 * @param beforeLogin what is answered before login
 * @param extendedPort whether EPRT is known
 * @param epsvAll what EPSV ALL does
 * @param dialWait longest time for the device's own connect to the client in active mode before 425; positive
 * @param dataFrom who may connect to a passive port
 * @param idleEnding what a client hears whose session was idle for too long
 * @param surplusSession what a client hears that comes when all sessions are taken
 * @param maxRefusedLogins refused logins after which the session is closed; 0 means never
 * @param listingOptions what LIST and NLST do with arguments such as {@code -al}
 * @param listingWildcards what LIST and NLST do with arguments such as {@code *.txt}
 * @param nlstNames how NLST writes the names of what its argument names
 * @param typeA what becomes of line ends in a download of TYPE A
 * @param helpRow verbs in a row of HELP, 1 to 28
 * @param shownDirectory which spelling of a directory PWD shows
 * @param backslash what a backslash in a path is
 * @param longCommand what happens to a command line beyond {@link FtpProfile#maxCommandLength}
 * @param lineFeed whether a line feed alone ends a command line
 * @param telnet what becomes of Telnet's control bytes in a command line
 * @param blanks what becomes of blanks around an argument
 * @param abort what ABOR does to a transfer that is under way
 * @param disconnect what becomes of a transfer whose client ends its control connection in order, with a FIN
 * @param brokenUpload what becomes of the file when an upload breaks
 */
public record FtpSwitches(
        SurplusArgument surplusArgument,
        BeforeLogin beforeLogin,
        boolean extendedPort,
        EpsvAll epsvAll,
        Duration dialWait,
        DataFrom dataFrom,
        IdleEnding idleEnding,
        SurplusSession surplusSession,
        int maxRefusedLogins,
        ListingOptions listingOptions,
        ListingWildcards listingWildcards,
        NlstNames nlstNames,
        TypeA typeA,
        int helpRow,
        ShownDirectory shownDirectory,
        Backslash backslash,
        LongCommand longCommand,
        LineFeed lineFeed,
        Telnet telnet,
        Blanks blanks,
        Abort abort,
        Disconnect disconnect,
        BrokenUpload brokenUpload) {

    /** The same with another timer of the device's own connects; positive. */
    public FtpSwitches withDialWait(Duration limit) {
        return new FtpSwitches(
                surplusArgument,
                beforeLogin,
                extendedPort,
                epsvAll,
                limit,
                dataFrom,
                idleEnding,
                surplusSession,
                maxRefusedLogins,
                listingOptions,
                listingWildcards,
                nlstNames,
                typeA,
                helpRow,
                shownDirectory,
                backslash,
                longCommand,
                lineFeed,
                telnet,
                blanks,
                abort,
                disconnect,
                brokenUpload);
    }

    /** What an argument does behind a verb that takes none, as in {@code PWD x}. */
    public enum SurplusArgument {
        /** Nothing. */
        IGNORED,
        /** 501. */
        REFUSED
    }

    /** What is answered before login besides USER, PASS and QUIT. */
    public enum BeforeLogin {
        /** 500 for verbs that the device doesn't know, 530 for all others. */
        UNKNOWN_TOLD,
        /** 530 for everything. */
        ALL_REFUSED,
        /** As UNKNOWN_TOLD, but SYST, HELP and NOOP are answered. */
        INFORMATIVE
    }

    /** What EPSV ALL does. */
    public enum EpsvAll {
        /** 200, and nothing else. */
        ACKNOWLEDGED,
        /** 200, and from then on PORT, PASV and EPRT are refused, as RFC 2428 has it. */
        OBEYED,
        /** It is refused as a protocol that isn't known. */
        REFUSED
    }

    /** Who may connect to a passive port. */
    public enum DataFrom {
        /** Whoever comes first. */
        ANYONE,
        /** Only the address of the control connection; others are closed and the wait goes on. */
        CLIENT
    }

    /** What a client hears whose session was idle for too long. */
    public enum IdleEnding {
        /** 421, then the end. */
        ANNOUNCED,
        /** The end. */
        CLOSES
    }

    /** What a client hears that comes when all sessions are taken. */
    public enum SurplusSession {
        /** 421, then the end. */
        ANNOUNCED,
        /** The end. */
        CLOSES,
        /** Nothing, until another session ends; then the greeting. */
        WAITS
    }

    /** What LIST and NLST do with words that begin with a hyphen. */
    public enum ListingOptions {
        /** Leaves them out; the rest is the path. */
        SKIPPED,
        /** Takes them for names. */
        NAME
    }

    /** What LIST and NLST do with {@code *} and {@code ?} in the last name of the path. */
    public enum ListingWildcards {
        /** Lists what matches. */
        MATCH,
        /** Takes them for a name, which no file can have. */
        NAME
    }

    /** How NLST writes the names of what its argument names. */
    public enum NlstNames {
        /** Without directory. */
        BARE,
        /** With the directory of the argument, so that RETR takes them as they are. */
        AS_ASKED
    }

    /** What becomes of line ends in a download of TYPE A. Uploads are stored as they come. */
    public enum TypeA {
        /** They are sent as they are in the file. */
        AS_STORED,
        /** A line feed alone gets a carriage return before it, as RFC 959 has lines end. */
        LINE_ENDS
    }

    /** Which spelling of a directory PWD shows. */
    public enum ShownDirectory {
        /** That of the CWD. */
        AS_TYPED,
        /** That of the directory on the card. */
        AS_STORED
    }

    /** What a backslash in a path is. */
    public enum Backslash {
        /** A separator, as the forward slash. */
        SEPARATES,
        /** Part of a name, which no file can have. */
        NAME
    }

    /** What happens to a command line that is too long. */
    public enum LongCommand {
        /** 500. */
        REFUSED,
        /** What is within the limit is obeyed. */
        CUT,
        /** 500, then the end of the session. */
        CLOSES
    }

    /** Whether a line feed alone ends a command line. */
    public enum LineFeed {
        /** It does, as a carriage return and a line feed do. */
        ENDS_LINE,
        /** It is a character of the line. */
        NEEDS_RETURN
    }

    /** What becomes of Telnet's control bytes (RFC 854) in a command line. */
    public enum Telnet {
        /** They are characters like others. */
        VERBATIM,
        /** They are taken out. */
        REMOVED
    }

    /** What becomes of blanks around an argument. */
    public enum Blanks {
        /** All but the one behind the verb are part of it. */
        KEPT,
        /** They are taken off at both ends. */
        REMOVED
    }

    /** What ABOR does to a transfer that is under way. Its own reply is that of a verb that isn't supported. */
    public enum Abort {
        /** Nothing: it is read when the transfer is over. */
        AFTER_TRANSFER,
        /** Ends it with 426. */
        AT_ONCE
    }

    /** What becomes of a transfer whose client ends its control connection in order. A reset ends it in any case. */
    public enum Disconnect {
        /** It goes on to its end; a client that ended only its half is still answered. */
        FINISHES_TRANSFER,
        /** It is broken off, as RFC 959 has it. */
        ENDS_TRANSFER
    }

    /** What becomes of the file when an upload breaks. */
    public enum BrokenUpload {
        /** What came stays. */
        KEPT,
        /** It is deleted. */
        REMOVED
    }
}

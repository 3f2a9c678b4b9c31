package org.wec7emu.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The FTP server of an image.
 *
 * @param serverActive whether it runs
 * @param access who may use it, and for what
 * @param allowLowPorts whether PORT may name a port up to 1023 (AllowLowPortValues)
 * @param allowThirdParty whether PORT may name another address than the client's
 * @param directory the device's directory that clients see as {@code /}, such as {@code \Hard Disk\ftp\} (DefaultDir)
 * @param replies what the server says
 * @param documentedUnsupported whether the verbs documented as unsupported get 502 (else 500, as any unknown verb)
 * @param dataWait longest wait for the client's data connection before 425
 * @param dataStall longest silence of the other end in a transfer before 426
 * @param idleTimeout longest silence on a control connection before it is closed; zero means forever
 * @param maxSessions most control connections at a time
 * @param loginDelay wait before a refused login is answered
 * @param maxCommandLength longest command line in bytes, without its line end
 * @param codePage charset of names on the control connection and in listings
 * @param renameOverwrites whether RNTO may name a file that exists
 * @param nlstArgument what NLST does with an argument
 * @param switches how it behaves in all else that nobody has documented or observed
 */
public record FtpProfile(
        boolean serverActive,
        FtpAccess access,
        boolean allowLowPorts,
        boolean allowThirdParty,
        String directory,
        FtpReplies replies,
        UnsupportedVerbs documentedUnsupported,
        Duration dataWait,
        Duration dataStall,
        Duration idleTimeout,
        int maxSessions,
        Duration loginDelay,
        int maxCommandLength,
        String codePage,
        boolean renameOverwrites,
        NlstArgument nlstArgument,
        FtpSwitches switches) {

    /** How verbs are refused that the documentation names as unsupported. */
    public enum UnsupportedVerbs {
        /** 500, as a verb nobody ever heard of. */
        UNRECOGNIZED,
        /** 502. */
        NOT_IMPLEMENTED
    }

    /** What NLST does with an argument. */
    public enum NlstArgument {
        /** Lists that directory. */
        LISTS,
        /** Lists the current directory. */
        IGNORED
    }

    /** All directories of the device that a user sees as {@code /}. */
    public List<String> directories() {
        List<String> directories = new ArrayList<>(access.homes());
        directories.add(directory);
        return directories;
    }

    /** The same, running or not. */
    public FtpProfile enabled(boolean running) {
        return configured(running, access, allowLowPorts, directory);
    }

    /** The same with other values of those that an owner can set. */
    public FtpProfile configured(
            boolean newServerActive, FtpAccess newAccess, boolean newAllowLowPorts, String newDirectory) {
        return new FtpProfile(
                newServerActive,
                newAccess,
                newAllowLowPorts,
                allowThirdParty,
                newDirectory,
                replies,
                documentedUnsupported,
                dataWait,
                dataStall,
                idleTimeout,
                maxSessions,
                loginDelay,
                maxCommandLength,
                codePage,
                renameOverwrites,
                nlstArgument,
                switches);
    }
}

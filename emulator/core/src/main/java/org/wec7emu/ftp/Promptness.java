package org.wec7emu.ftp;

import java.util.Set;
import org.wec7emu.profile.FtpProfile;
import org.wec7emu.profile.FtpSwitches.SurplusSession;

/**
 * What is done at once: it waits for nothing and touches no file, so it is for the I/O thread. All else may take its time and
 * needs a thread of its own.
 */
final class Promptness {
    private static final Set<String> PROMPT =
            Set.of("USER", "QUIT", "PORT", "EPRT", "TYPE", "STRU", "MODE", "PWD", "XPWD", "SYST", "HELP", "NOOP");
    /** Waits only where a refused login is answered late. */
    private static final String LOGIN = "PASS";

    private Promptness() {}

    static boolean ofGreeting(FtpProfile profile) {
        return profile.switches().surplusSession() != SurplusSession.WAITS;
    }

    /** @param line as it came; one that begins with something else than a verb counts as one that takes its time */
    static boolean of(String line, FtpProfile profile) {
        int blank = line.indexOf(' ');
        String verb = CommandSyntax.upper(blank < 0 ? line : line.substring(0, blank));
        return PROMPT.contains(verb)
                || (verb.equals(LOGIN) && profile.loginDelay().isZero());
    }
}

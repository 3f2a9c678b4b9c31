package org.wec7emu.profile;

import org.wec7emu.profile.FtpSwitches.Abort;
import org.wec7emu.profile.FtpSwitches.Backslash;
import org.wec7emu.profile.FtpSwitches.BeforeLogin;
import org.wec7emu.profile.FtpSwitches.Blanks;
import org.wec7emu.profile.FtpSwitches.BrokenUpload;
import org.wec7emu.profile.FtpSwitches.DataFrom;
import org.wec7emu.profile.FtpSwitches.Disconnect;
import org.wec7emu.profile.FtpSwitches.EpsvAll;
import org.wec7emu.profile.FtpSwitches.IdleEnding;
import org.wec7emu.profile.FtpSwitches.LineFeed;
import org.wec7emu.profile.FtpSwitches.ListingOptions;
import org.wec7emu.profile.FtpSwitches.ListingWildcards;
import org.wec7emu.profile.FtpSwitches.LongCommand;
import org.wec7emu.profile.FtpSwitches.NlstNames;
import org.wec7emu.profile.FtpSwitches.ShownDirectory;
import org.wec7emu.profile.FtpSwitches.SurplusArgument;
import org.wec7emu.profile.FtpSwitches.SurplusSession;
import org.wec7emu.profile.FtpSwitches.Telnet;
import org.wec7emu.profile.FtpSwitches.TypeA;

/** Reads the switches of {@code ftp:}, which stand beside its other values. */
final class SwitchesSection {
    private static final int MOST_REFUSED_LOGINS = 100;
    /** As many as HELP names. */
    private static final int MOST_VERBS = 28;

    private final Cursor cursor;

    /** @param cursor of {@code ftp:}; closed by its owner */
    SwitchesSection(Cursor cursor) {
        this.cursor = cursor;
    }

    FtpSwitches read() {
        return new FtpSwitches(
                cursor.choice("surplus-argument", SurplusArgument.values()),
                cursor.choice("before-login", BeforeLogin.values()),
                cursor.flag("extended-port"),
                cursor.choice("epsv-all", EpsvAll.values()),
                FtpSection.duration(cursor, "dial-wait", true, "30 s"),
                cursor.choice("data-from", DataFrom.values()),
                cursor.choice("idle-ending", IdleEnding.values()),
                cursor.choice("surplus-session", SurplusSession.values()),
                cursor.number("max-refused-logins", 0, MOST_REFUSED_LOGINS, 3),
                cursor.choice("listing-options", ListingOptions.values()),
                cursor.choice("listing-wildcards", ListingWildcards.values()),
                cursor.choice("nlst-names", NlstNames.values()),
                cursor.choice("type-a", TypeA.values()),
                cursor.number("help-row", 1, MOST_VERBS, 5),
                cursor.choice("shown-directory", ShownDirectory.values()),
                cursor.choice("backslash", Backslash.values()),
                cursor.choice("long-command", LongCommand.values()),
                cursor.choice("line-feed", LineFeed.values()),
                cursor.choice("telnet", Telnet.values()),
                cursor.choice("blanks", Blanks.values()),
                cursor.choice("abort", Abort.values()),
                cursor.choice("disconnect", Disconnect.values()),
                cursor.choice("broken-upload", BrokenUpload.values()));
    }
}

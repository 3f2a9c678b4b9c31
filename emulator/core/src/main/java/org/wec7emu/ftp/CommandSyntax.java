package org.wec7emu.ftp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.wec7emu.profile.FtpProfile;
import org.wec7emu.profile.FtpSwitches.Blanks;
import org.wec7emu.profile.FtpSwitches.LongCommand;
import org.wec7emu.profile.FtpSwitches.Telnet;

/**
 * How a device reads a line as it came over the wire: code page, length, blanks, Telnet's control bytes.
 *
 * @param codePage the device's
 * @param longest in bytes, without line end
 * @param longCommand what becomes of longer ones
 */
record CommandSyntax(Charset codePage, int longest, LongCommand longCommand, Telnet telnet, Blanks blanks) {
    /** RFC 854: what follows is a command of Telnet. */
    private static final char INTERPRET_AS_COMMAND = 0xFF;

    /** WILL, WON'T, DO and DON'T have an option behind them. */
    private static final char FIRST_WITH_OPTION = 0xFB;

    static CommandSyntax of(FtpProfile profile) {
        return new CommandSyntax(
                Charset.forName(profile.codePage()),
                profile.maxCommandLength(),
                profile.switches().longCommand(),
                profile.switches().telnet(),
                profile.switches().blanks());
    }

    /**
     * @param bytes one char a byte, without line end
     * @param receivedTime milliseconds since 1970
     */
    CeRequest read(String bytes, long receivedTime) {
        String obeyed = telnet == Telnet.REMOVED ? withoutTelnet(bytes) : bytes;
        boolean tooLong = obeyed.length() > longest;
        if (tooLong && longCommand == LongCommand.CUT) {
            obeyed = obeyed.substring(0, longest);
            tooLong = false;
        }
        String line = CodePages.decode(obeyed.getBytes(StandardCharsets.ISO_8859_1), codePage);
        String text = line.stripLeading();
        int blank = text.indexOf(' ');
        String verb = blank < 0 ? text : text.substring(0, blank);
        String argument = blank < 0 ? "" : text.substring(blank + 1);
        return new CeRequest(
                upper(verb), blanks == Blanks.REMOVED ? argument.strip() : argument, line, tooLong, receivedTime);
    }

    /** Letters of US-ASCII only (RFC 959): the capital of {@code ß} is {@code SS}, which makes no PASS of {@code PAß}. */
    static String upper(String verb) {
        StringBuilder text = new StringBuilder(verb);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                text.setCharAt(i, (char) (c - 'a' + 'A'));
            }
        }
        return text.toString();
    }

    private static String withoutTelnet(String bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            if (c != INTERPRET_AS_COMMAND) {
                text.append(c);
                continue;
            }
            char command = i + 1 < bytes.length() ? bytes.charAt(i + 1) : 0;
            if (command == INTERPRET_AS_COMMAND) {
                text.append(c); // sent twice it is a letter
            }
            if (command >= 0xF0) {
                i += command >= FIRST_WITH_OPTION && command != INTERPRET_AS_COMMAND ? 2 : 1;
            } // else the command was sent as urgent data, which doesn't come with the others
        }
        return text.toString();
    }
}

package org.wec7emu.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.wec7emu.host.DecodedLines;
import org.wec7emu.profile.FtpProfile;
import org.wec7emu.profile.FtpSwitches.Blanks;
import org.wec7emu.profile.FtpSwitches.LongCommand;
import org.wec7emu.profile.FtpSwitches.Telnet;
import org.wec7emu.profile.Profiles;

/** Whatever bytes a client sends: they become the same lines in however many packets, and each line a request. */
class CommandLineFuzzTests {
    private static final FtpProfile PROFILE = Profiles.image().ftp();
    private static final Charset CODE_PAGE = Charset.forName("windows-1252");
    private static final int LONGEST = 40;
    private static final Pattern TELNET =
            Pattern.compile("\u00ff(?:(\u00ff)|[\u00fb-\u00fe].?|[\u00f0-\u00fa])?", Pattern.DOTALL);

    @FuzzTest
    void anyBytes(byte[] bytes) {
        int piece = bytes.length == 0 ? 1 : 1 + Byte.toUnsignedInt(bytes[0]) % 7;
        for (boolean needsReturn : new boolean[] {false, true}) {
            List<String> lines = DecodedLines.of(bytes, Integer.MAX_VALUE, needsReturn);
            assertThat(DecodedLines.of(bytes, piece, needsReturn)).isEqualTo(lines);
            assertThat(lines).isEqualTo(split(bytes, needsReturn));
        }
        DecodedLines.of(bytes, Integer.MAX_VALUE, false).forEach(CommandLineFuzzTests::isRead);
    }

    private static List<String> split(byte[] bytes, boolean needsReturn) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>(List.of(text.split(needsReturn ? "\r\n" : "\r?\n", -1)));
        lines.remove(lines.size() - 1);
        return lines;
    }

    private static void isRead(String line) {
        for (Telnet telnet : Telnet.values()) {
            String obeyed = telnet == Telnet.REMOVED ? TELNET.matcher(line).replaceAll("$1") : line;
            for (LongCommand longCommand : LongCommand.values()) {
                for (Blanks blanks : Blanks.values()) {
                    CommandSyntax syntax = new CommandSyntax(CODE_PAGE, LONGEST, longCommand, telnet, blanks);
                    isRead(syntax.read(line, 0), obeyed, longCommand);
                }
            }
        }
        if (Promptness.of(line, PROFILE)) {
            assertThat(CommandSyntax.of(PROFILE).read(line, 0).verb()).matches("[A-Z]+");
        }
    }

    private static void isRead(CeRequest request, String obeyed, LongCommand longCommand) {
        boolean cut = longCommand == LongCommand.CUT && obeyed.length() > LONGEST;
        String bytes = new String(CodePages.encode(request.line(), CODE_PAGE), StandardCharsets.ISO_8859_1);
        assertThat(bytes).isEqualTo(cut ? obeyed.substring(0, LONGEST) : obeyed);
        assertThat(request.tooLong()).isEqualTo(!cut && obeyed.length() > LONGEST);
        assertThat(request.verb()).doesNotContain(" ");
        String line = request.line().stripLeading() + " ";
        if (Verbs.find(request.verb()) != null) {
            assertThat(line.substring(0, line.indexOf(' '))).isEqualToIgnoringCase(request.verb());
        }
        assertThat(request.line()).contains(request.argument());
    }
}

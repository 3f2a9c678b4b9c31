package org.wec7emu.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wec7emu.profile.FtpSwitches.Blanks;
import org.wec7emu.profile.FtpSwitches.LongCommand;
import org.wec7emu.profile.FtpSwitches.Telnet;

/** A command line becomes verb and argument. */
class CommandSyntaxTests {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    @ParameterizedTest(name = "\"{0}\" is verb \"{1}\" with \"{2}\"")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "PWD,PWD,''",
                "pwd,PWD,''",
                "Retr a.txt,RETR,a.txt",
                "  LIST,LIST,''",
                "LIST ,LIST,''",
                "STOR  two blanks ,STOR, two blanks ",
                "XCWD /a b,XCWD,/a b",
                "'','',''",
                "' ','',''",
                "quit\tnow,QUIT\tNOW,''",
            })
    void splitsAtTheFirstBlank(String line, String verb, String argument) {
        CeRequest request = parse(line);

        assertThat(request.verb()).isEqualTo(verb);
        assertThat(request.argument()).isEqualTo(argument);
        assertThat(request.hasArgument()).isEqualTo(!argument.isEmpty());
    }

    @Test
    void readsUmlautsInTheDevicesCodePage() {
        String wire = new String("STOR Gr\u00f6\u00dfe\u20ac.txt".getBytes(WESTERN), StandardCharsets.ISO_8859_1);

        assertThat(parse(wire).argument()).isEqualTo("Gr\u00f6\u00dfe\u20ac.txt");
    }

    @Test
    void keepsTheVerbsCaseRulesWhateverTheLocale() {
        java.util.Locale usual = java.util.Locale.getDefault();
        try {
            java.util.Locale.setDefault(java.util.Locale.forLanguageTag("tr"));

            assertThat(parse("list").verb()).isEqualTo("LIST");
        } finally {
            java.util.Locale.setDefault(usual);
        }
    }

    @ParameterizedTest(name = "\"{0}\" is \"{1}\" with \"{2}\"")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"CWD  a b ,CWD,a b", "LIST   ,LIST,''", "PWD,PWD,''", "RETR a,RETR,a"})
    void takesBlanksOffWhereTheProfileSaysSo(String line, String verb, String argument) {
        CeRequest request =
                syntax(LongCommand.REFUSED, Telnet.VERBATIM, Blanks.REMOVED).read(line, 0);

        assertThat(request.verb()).isEqualTo(verb);
        assertThat(request.argument()).isEqualTo(argument);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "'\u00FF\u00F4\u00FF\u00F2ABOR', ABOR",
        "'\u00FF\u00F4\u00FFABOR', ABOR",
        "'\u00FF\u00FB\u0018PWD', PWD",
        "'\u00FF\u00FE\u0001PWD', PWD",
        "'P\u00FF\u00F1WD', PWD",
        "'PWD\u00FF', PWD",
        "'PWD\u00FF\u00FF', PWD\u00FF",
        "'PWD', PWD",
    })
    void takesTelnetsControlBytesOutWhereTheProfileSaysSo(String line, String verb) {
        assertThat(syntax(LongCommand.REFUSED, Telnet.REMOVED, Blanks.KEPT)
                        .read(line, 0)
                        .verb())
                .isEqualTo(verb);
    }

    @ParameterizedTest
    @CsvSource({"pass, PASS", "pWd, PWD", "'pa\u00DF', 'PA\u00DF'", "'\u00E4', '\u00E4'"})
    void lettersBeyondUsAsciiHaveNoCapitals(String line, String verb) {
        assertThat(parse(line).verb()).isEqualTo(verb);
    }

    @Test
    void aLineOfTheLongestLengthIsNotTooLong() {
        assertThat(parse("a".repeat(64)).tooLong()).isFalse();
        assertThat(parse("a".repeat(65)).tooLong()).isTrue();
    }

    @Test
    void aLineThatIsTooLongIsCutWhereTheProfileSaysSo() {
        CeRequest request =
                syntax(LongCommand.CUT, Telnet.VERBATIM, Blanks.KEPT).read("CWD " + "a".repeat(100), 0);

        assertThat(request.argument()).isEqualTo("a".repeat(60));
        assertThat(request.tooLong()).isFalse();
    }

    private static CeRequest parse(String bytes) {
        return syntax(LongCommand.REFUSED, Telnet.VERBATIM, Blanks.KEPT).read(bytes, 0);
    }

    private static CommandSyntax syntax(LongCommand longCommand, Telnet telnet, Blanks blanks) {
        return new CommandSyntax(WESTERN, 64, longCommand, telnet, blanks);
    }
}

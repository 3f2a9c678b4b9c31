package org.wec7emu.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command line becomes verb and argument. */
class CeRequestTests {
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

    private static CeRequest parse(String bytes) {
        return CeRequest.parse(bytes, WESTERN, 0);
    }
}

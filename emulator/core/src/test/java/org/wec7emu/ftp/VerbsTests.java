package org.wec7emu.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.ftp.Verb.Support;

/** The table of verbs, held against Microsoft's lists (ee498623, ms901340) and a captured HELP. */
class VerbsTests {
    private static final List<String> DOCUMENTED = List.of(
            "USER", "PASS", "QUIT", "PORT", "PASV", "TYPE", "STRU", "MODE", "RETR", "STOR", "RNFR", "RNTO", "DELE",
            "CWD", "XCWD", "CDUP", "XCUP", "PWD", "XPWD", "MKD", "XMKD", "RMD", "XRMD", "LIST", "NLST", "SYST", "HELP",
            "NOOP");

    @Test
    void allDocumentedVerbsAreThere() {
        assertThat(DOCUMENTED).allSatisfy(verb -> assertThat(Verbs.find(verb)).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSV", "EPRT"})
    void theExtendedOnesWorkThoughHelpOmitsThem(String verb) {
        assertThat(Verbs.find(verb)).isNotNull();
        assertThat(Verbs.IN_HELP).doesNotContain(verb);
    }

    @Test
    void helpNamesTheDocumentedVerbsInTheOrderOfTheDevice() {
        assertThat(Verbs.IN_HELP)
                .containsExactlyInAnyOrderElementsOf(DOCUMENTED)
                .containsExactly(
                        ("USER PASS QUIT PORT PASV TYPE RETR STOR RNFR RNTO DELE CWD XCWD LIST NLST SYST HELP NOOP MKD"
                                        + " XMKD RMD XRMD PWD XPWD CDUP XCUP MODE STRU")
                                .split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABOR", "ACCT", "ALLO", "APPE", "REIN", "REST", "SMNT", "STAT", "STOU"})
    void theUnsupportedOnesAreDocumentedAsSuch(String verb) {
        assertThat(Verbs.find(verb).support()).isEqualTo(Support.DOCUMENTED_UNSUPPORTED);
        assertThat(Verbs.find(verb).evidence().source()).isEqualTo("ms901340");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIZE", "MDTM", "FEAT", "OPTS", "SITE", "AUTH", "PBSZ", "PROT", "MLSD", "MLST"})
    void nobodyEverHeardOfThese(String verb) {
        assertThat(Verbs.find(verb).support()).isEqualTo(Support.UNHEARD_OF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF8", "", "user"})
    void norOfAnyOtherWord(String verb) {
        assertThat(Verbs.find(verb)).isNull();
    }

    @Test
    void onlyLoginAndQuitAreForAnybody() {
        assertThat(DOCUMENTED.stream().filter(verb -> Verbs.find(verb).access() == Verb.Access.ANYBODY))
                .containsExactly("USER", "PASS", "QUIT");
    }
}

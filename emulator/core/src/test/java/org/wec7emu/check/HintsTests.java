package org.wec7emu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is advised. */
class HintsTests {
    private static final Hints HINTS = Hints.bundled();

    @Test
    void knows_a_dozen_clients_and_more_each_with_its_public_source() {
        assertThat(HINTS.clients()).hasSizeGreaterThanOrEqualTo(12).allSatisfy(client -> {
            assertThat(client.name()).isNotEmpty();
            assertThat(client.source()).startsWith("https://");
            assertThat(client.confirmed()).as(client.name()).isNotEqualTo(Hint.Confirmed.UNCONFIRMED);
        });
        assertThat(HINTS.clients().stream().map(Hints.KnownClient::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(value = ClientVerdict.class, mode = EnumSource.Mode.EXCLUDE, names = "WORKS")
    void has_advice_for_every_verdict_but_the_good_one(ClientVerdict verdict) {
        assertThat(HINTS.of(verdict, List.of("x"), "").advice()).isNotEmpty();
    }

    @Test
    void has_nothing_to_mend_where_it_works() {
        assertThat(HINTS.of(ClientVerdict.WORKS, List.of("curl"), "").text()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "curl -sS {url}|curl|curl --ftp-port -",
                "/usr/bin/curl {url}|curl|curl --ftp-port -",
                "sh -c 'cd x && curl {url}'|curl|curl --ftp-port -",
                "wget {url}|wget|wget --no-passive-ftp",
                "lftp -c ls|lftp|lftp -e 'set ftp:passive-mode no'",
                "ncftpput -u x|ncftp|ncftpget -E (as well ncftpput and ncftpls)",
                "tnftp {url}|tnftp|tnftp -A",
                "aria2c {url}|aria2|aria2c --ftp-pasv=false",
                "python3 -c 'import ftplib'|ftplib of Python|ftp.set_pasv(False)",
                "perl -MNet::FTP -e 1|Net::FTP of Perl|Net::FTP->new($host, Passive => 0)",
            })
    void recognises_a_client_by_its_command_line(String commandLine, String client, String option) {
        Hint hint = HINTS.of(ClientVerdict.PASSIVE_BLOCKED, List.of(commandLine.split(" ")), "");

        assertThat(hint.client()).isEqualTo(client);
        assertThat(hint.option()).isEqualTo(option);
        assertThat(hint.text()).contains(option, "https://");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ftplib of Python|File \"/usr/lib/python3.11/ftplib.py\", line 333, in ntransfercmd",
                "Apache Commons Net|at org.apache.commons.net.ftp.FTPClient._openDataConnection_(FTPClient.java:774)",
                "FtpWebRequest of .NET|at System.Net.FtpWebRequest.GetResponse()",
                "PHP's FTP functions|Warning: ftp_get(): Connection timed out in a.php on line 3",
                "curl|curl: (28) Connection timed out",
            })
    void recognises_a_library_by_what_its_program_prints(String client, String output) {
        assertThat(HINTS.of(ClientVerdict.PASSIVE_BLOCKED, List.of("./deploy.sh"), output)
                        .client())
                .isEqualTo(client);
    }

    @Test
    void says_so_where_a_client_has_no_active_mode() {
        assertThat(HINTS.of(ClientVerdict.PASSIVE_BLOCKED, List.of("busybox", "ftpget"), "")
                        .text())
                .contains("busybox ftpget and ftpput has no active mode: take another client");
    }

    @Test
    void does_not_mistake_a_word_that_ends_alike() {
        assertThat(HINTS.of(ClientVerdict.PASSIVE_BLOCKED, List.of("./mycurl", "recurl"), "")
                        .client())
                .isEmpty();
    }

    @Test
    void offers_active_mode_only_where_that_mends_it() {
        assertThat(HINTS.of(ClientVerdict.ACTIVE_UNREACHABLE, List.of("curl"), "")
                        .option())
                .isEmpty();
    }
}

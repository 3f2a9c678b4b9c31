package org.wec7emu.measure.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.wec7emu.measure.client.Transcript;
import org.wec7emu.measure.probe.ProbeTarget.Login;
import org.wec7emu.profile.DurationText;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileReader;

/**
 * What a probe says of other servers is true. Expectations are from their documentation: vsftpd.conf(5), the API reference of
 * pyftpdlib, the directives of ProFTPD.
 */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class OtherServersTests {
    private static final Login ANONYMOUS = new Login("anonymous", "guest");
    private static final Duration SLOW = Duration.ofSeconds(12);

    @TempDir
    private Path folder;

    @Test
    void vsftpdAsItComes() throws IOException, ProfileException {
        try (OtherServer server = OtherServer.vsftpd(
                folder,
                "accept_timeout=3",
                "connect_timeout=4",
                "idle_session_timeout=6",
                "pasv_min_port=50000",
                "pasv_max_port=50099")) {
            Findings findings = server.probe(ANONYMOUS, SLOW, new Transcript());

            assertThat(findings.answers().value("ftp.replies.ready").orElse(""))
                    .matches("220 \\(vsFTPd [0-9.]+\\)"); // ftpd_banner
            holds(
                    findings,
                    Map.ofEntries(
                            Map.entry("ftp.server-active", "true"),
                            Map.entry("ftp.allow-anonymous", "true"), // anonymous_enable
                            Map.entry("ftp.allow-anonymous-upload", "true"), // anon_upload_enable
                            Map.entry("ftp.allow-third-party", "false"), // port_promiscuous
                            Map.entry("ftp.type-a", "as-stored"), // ascii_download_enable
                            Map.entry("ftp.idle-ending", "announced")));
            lasts(findings, "ftp.data-wait", 3); // accept_timeout
            lasts(findings, "ftp.dial-wait", 4); // connect_timeout
            lasts(findings, "ftp.idle-timeout", 6); // idle_session_timeout
            says(
                    findings,
                    Map.of(
                            "active mode", "works; the server connects from port 20", // connect_from_port_20
                            "LIST", "Unix style.*",
                            "verbs that write", "1\\d\\d to STOU APPE",
                            "case of names", "matters"));
            assertThat(findings.passivePorts()).hasSize(20).allMatch(port -> port >= 50_000 && port <= 50_099);
            makesAProfile(findings);
        }
    }

    @Test
    void vsftpdOtherwiseConfigured() throws IOException, ProfileException {
        try (OtherServer server = OtherServer.vsftpd(
                folder,
                "ftpd_banner=Hello there.",
                "ascii_download_enable=YES",
                "pasv_enable=NO",
                "port_promiscuous=YES",
                "connect_from_port_20=NO")) {
            Findings findings = server.probe(ANONYMOUS, Duration.ZERO, new Transcript());

            holds(
                    findings,
                    Map.of(
                            "ftp.replies.ready", "220 Hello there.",
                            "ftp.type-a", "line-ends",
                            "ftp.allow-third-party", "true"));
            says(
                    findings,
                    Map.of(
                            "active mode", "works; the server connects from port (?!20$)\\d+",
                            "passive mode", "doesn't work: 550 .*"));
            makesAProfile(findings);
        }
    }

    @Test
    void vsftpdThatTakesNoUploads() throws IOException, ProfileException {
        try (OtherServer server = OtherServer.vsftpd(folder, "anon_upload_enable=NO", "anon_mkdir_write_enable=NO")) {
            Findings findings = server.probe(ANONYMOUS, Duration.ZERO, new Transcript());

            holds(findings, Map.of("ftp.allow-anonymous-upload", "false", "ftp.directories-need-write", "true"));
            makesAProfile(findings);
        }
    }

    @Test
    void pyftpdlib() throws IOException, ProfileException {
        try (OtherServer server = OtherServer.pyftpdlib(
                folder,
                "h.banner = 'ready for tests'",
                "h.auth_failed_timeout = 2",
                "h.max_login_attempts = 3",
                "PassiveDTP.timeout = 3",
                "h.passive_ports = range(50000, 50100)")) {
            Findings findings = server.probe(OtherServer.USER, Duration.ofSeconds(6), new Transcript());

            holds(
                    findings,
                    Map.ofEntries(
                            Map.entry("ftp.replies.ready", "220 ready for tests"), // banner
                            Map.entry("ftp.accounts", "webguest"),
                            Map.entry("ftp.use-authentication", "true"),
                            Map.entry("ftp.allow-anonymous", "false"),
                            Map.entry("ftp.max-refused-logins", "3"), // max_login_attempts
                            Map.entry("ftp.allow-third-party", "false"), // permit_foreign_addresses
                            Map.entry("ftp.allow-low-ports", "false"), // permit_privileged_ports
                            Map.entry("ftp.extended-port", "true"),
                            Map.entry("ftp.data-wait", "3 s"))); // PassiveDTP.timeout
            lasts(findings, "ftp.login-delay", 2); // auth_failed_timeout
            lasts(findings, "ftp.data-wait", 3); // PassiveDTP.timeout
            says(findings, Map.of("LIST", "Unix style.*", "case of names", "matters"));
            assertThat(findings.passivePorts()).hasSize(20).allMatch(port -> port >= 50_000 && port <= 50_099);
            makesAProfile(findings);
        }
    }

    @Test
    void pyftpdlibOtherwiseConfigured() throws IOException, ProfileException {
        try (OtherServer server = OtherServer.pyftpdlib(
                folder,
                "h.auth_failed_timeout = 0",
                "h.permit_privileged_ports = True",
                "h.masquerade_address = '127.0.0.99'",
                "h.authorizer.add_anonymous('" + folder.resolve("home") + "')")) {
            Findings findings = server.probe(OtherServer.USER, Duration.ZERO, new Transcript());

            holds(
                    findings,
                    Map.of(
                            "ftp.allow-anonymous", "true",
                            "ftp.allow-anonymous-upload", "false", // read-only, as anonymous users are by default
                            "ftp.allow-low-ports", "true",
                            "ftp.login-delay", "0 s"));
            says(findings, Map.of("address of PASV", "127\\.0\\.0\\.99, where 127\\..* was connected to"));
            makesAProfile(findings);
        }
    }

    /** Else it would be said that all of those verbs are unknown. */
    @Test
    void pyftpdlibThatOfTheVerbsOfMs901340KnowsThoseThatWriteOnly() throws IOException, ProfileException {
        try (OtherServer server = OtherServer.pyftpdlib(
                folder,
                "for verb in ('ABOR', 'ALLO', 'REIN', 'REST', 'STAT'):",
                "    h.proto_cmds[verb]['arg'] = None",
                "    setattr(h, 'ftp_' + verb, lambda self, line: self.respond('500 What?'))")) {
            Findings findings = server.probe(OtherServer.USER, Duration.ZERO, new Transcript());

            assertThat(findings.answers().open().get("ftp.documented-unsupported"))
                    .matches("the other verbs are refused alike, but these not: 1\\d\\d to STOU APPE");
            makesAProfile(findings);
        }
    }

    @Test
    void proftpd() throws IOException, ProfileException {
        try (OtherServer server = OtherServer.proftpd(
                folder,
                "ServerIdent on \"ready for tests\"",
                "TimeoutIdle 6",
                "PassivePorts 50000 50099",
                "MaxLoginAttempts 2")) {
            Findings findings = server.probe(OtherServer.USER, SLOW, new Transcript());

            holds(
                    findings,
                    Map.ofEntries(
                            Map.entry("ftp.replies.ready", "220 ready for tests"), // ServerIdent
                            Map.entry("ftp.accounts", "webguest"), // AuthUserFile
                            Map.entry("ftp.use-authentication", "true"),
                            Map.entry("ftp.allow-anonymous", "false"), // no <Anonymous>
                            Map.entry("ftp.max-refused-logins", "2"), // MaxLoginAttempts
                            Map.entry("ftp.allow-third-party", "false"), // AllowForeignAddress
                            Map.entry("ftp.extended-port", "true"),
                            Map.entry("ftp.type-a", "line-ends"), // doc/howto/ASCII.html
                            Map.entry("ftp.idle-ending", "announced")));
            lasts(findings, "ftp.idle-timeout", 5); // TimeoutIdle, which counts in steps of a second
            says(findings, Map.of("LIST", "Unix style.*", "case of names", "matters"));
            assertThat(findings.passivePorts()).hasSize(20).allMatch(port -> port >= 50_000 && port <= 50_099);
            makesAProfile(findings);
        }
    }

    @Test
    void proftpdOtherwiseConfigured() throws IOException, ProfileException {
        try (OtherServer server = OtherServer.proftpd(
                folder,
                "AllowForeignAddress on",
                "MasqueradeAddress 127.0.0.99",
                "MaxLoginAttempts 1",
                "TimeoutIdle 6")) {
            Findings findings = server.probe(OtherServer.USER, Duration.ZERO, new Transcript());

            holds(findings, Map.of("ftp.allow-third-party", "true", "ftp.max-refused-logins", "1"));
            says(findings, Map.of("address of PASV", "127\\.0\\.0\\.99, where 127\\..* was connected to"));
            makesAProfile(findings);
        }
    }

    private static void holds(Findings findings, Map<String, String> expected) {
        expected.forEach((key, value) -> assertThat(findings.answers().value(key))
                .as("%s; left open: %s", key, findings.answers().open().get(key))
                .contains(value));
    }

    /** What is seen is never too short, and on a busy machine longer. */
    private static void lasts(Findings findings, String key, int seconds) {
        assertThat(findings.answers().value(key).map(DurationText::parse))
                .as("%s; left open: %s", key, findings.answers().open().get(key))
                .hasValueSatisfying(seen ->
                        assertThat(seen).isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds + 5)));
    }

    private static void says(Findings findings, Map<String, String> expected) {
        expected.forEach((about, words) ->
                assertThat(findings.answers().remarks().get(about)).as(about).matches(words));
    }

    /** However little it is like a device of Windows CE. */
    private static void makesAProfile(Findings findings) throws ProfileException {
        Resemblance base =
                Resemblance.ranked(findings, ProbedDevice.catalogue()).get(0);
        String text = ProbedProfile.text(
                "Other",
                findings,
                base,
                ProbedDevice.image(base.image().profile().image()).firewall(),
                LocalDate.of(2026, 11, 24),
                "");
        ProfileReader.read(text, "other.yaml", ProfileCatalog.bundled());

        assertThat(findings.answers().remarks()).doesNotContainKey("left behind");
    }
}

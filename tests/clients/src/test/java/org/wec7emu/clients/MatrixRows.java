package org.wec7emu.clients;

import static org.wec7emu.clients.ClientProgram.ARIA2;
import static org.wec7emu.clients.ClientProgram.BASIC_FTP;
import static org.wec7emu.clients.ClientProgram.COMMONS_NET;
import static org.wec7emu.clients.ClientProgram.CURL;
import static org.wec7emu.clients.ClientProgram.FILEZILLA;
import static org.wec7emu.clients.ClientProgram.FTPLIB;
import static org.wec7emu.clients.ClientProgram.INETUTILS;
import static org.wec7emu.clients.ClientProgram.LFTP;
import static org.wec7emu.clients.ClientProgram.MIDNIGHT_COMMANDER;
import static org.wec7emu.clients.ClientProgram.NCFTP;
import static org.wec7emu.clients.ClientProgram.TNFTP;
import static org.wec7emu.clients.ClientProgram.WGET;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wec7emu.journal.TransferMode;

/** The rows of the matrix of clients. Each client's own timer is {@link RealClient#TIMER}, unless it has none. */
final class MatrixRows {
    private static final String SECONDS = Long.toString(RealClient.TIMER.toSeconds());
    /** The shortest that FileZilla has. */
    private static final String FILEZILLAS_SECONDS = "10";

    private static final String NCFTP_SAYS = "(?m)(?:^ncftp\\w+.*: |^)(\\S.*)$(?!\\n.)";

    private MatrixRows() {}

    static List<MatrixRow> all() {
        return Stream.of(curl(), wget(), ncftp(), lftp(), tnftp(), others(), libraries(), screens())
                .flatMap(List::stream)
                .toList();
    }

    private static List<MatrixRow> curl() {
        return Stream.of("", "--disable-epsv", "--ftp-port -", "--ftp-port - --disable-eprt")
                .map(options -> MatrixRow.download(
                        CURL,
                        options,
                        "(curl: \\(\\d+\\))",
                        (target, home) -> line(
                                "curl -sS --connect-timeout " + SECONDS + " -o " + MatrixRow.REMOTE,
                                options,
                                url(target))))
                .toList();
    }

    private static List<MatrixRow> wget() {
        String program = "wget --tries=1 --timeout=" + SECONDS;
        String says = "(Connection timed out|Unsupported listing type|No such .*)";
        return List.of(
                MatrixRow.download(WGET, "", says, (target, home) -> line(program, url(target))),
                MatrixRow.download(
                        WGET,
                        "--no-passive-ftp",
                        says,
                        (target, home) -> line(program, "--no-passive-ftp", url(target))),
                MatrixRow.download(
                        WGET,
                        "-r -nH --no-passive-ftp",
                        says,
                        (target, home) -> line(program, "-r -nH --no-passive-ftp", target.url("/"))));
    }

    private static List<MatrixRow> ncftp() {
        String timers = " -V -t " + SECONDS + " -r 1";
        List<MatrixRow> rows = new ArrayList<>();
        for (String options : List.of("", "-F", "-E")) {
            rows.add(MatrixRow.download(
                    NCFTP,
                    ("ncftpget " + options).strip(),
                    NCFTP_SAYS,
                    (target, home) ->
                            line("ncftpget" + timers, options, account(target), target.host(), ". /recipe.txt")));
        }
        for (String options : List.of("-E", "-E -l")) {
            rows.add(MatrixRow.listing(
                    NCFTP,
                    "ncftpls " + options,
                    NCFTP_SAYS,
                    (target, home) -> line(
                            "ncftpls -t " + SECONDS + " -r 1",
                            options,
                            account(target),
                            "ftp://" + target.host() + ":" + target.port() + "/")));
        }
        return rows;
    }

    private static String account(Target target) {
        return "-u " + target.user() + " -p " + target.password() + " -P " + target.port();
    }

    private static List<MatrixRow> lftp() {
        return Stream.of("", "set ftp:passive-mode no")
                .map(options -> MatrixRow.download(
                        LFTP,
                        options,
                        "(?i)(max-retries exceeded)",
                        (target, home) -> Invocation.of(
                                "lftp",
                                "--norc",
                                "-c",
                                "set net:max-retries 1; set net:timeout " + SECONDS + "; " + options + "; get "
                                        + url(target))))
                .toList();
    }

    private static List<MatrixRow> tnftp() {
        return Stream.of("", "-p", "-A")
                .map(options -> MatrixRow.download(
                        TNFTP,
                        options,
                        "(Connection timed out)",
                        (target, home) -> line("tnftp -q " + SECONDS, options, "-o " + MatrixRow.REMOTE, url(target))))
                .toList();
    }

    private static List<MatrixRow> others() {
        List<MatrixRow> rows = new ArrayList<>();
        for (String options : List.of("", "-p")) {
            // It has no timer of its own: without an end from outside it waits for the kernel's, some two minutes.
            rows.add(MatrixRow.download(INETUTILS, options, "(?!)", (target, home) -> {
                String script = "user " + target.user() + " " + target.password() + "\nget /recipe.txt "
                        + MatrixRow.REMOTE + "\nbye\n";
                Invocation call =
                        line("timeout " + SECONDS + " inetutils-ftp -n", options, target.host(), target.portText());
                return new Invocation(call.commandLine(), script);
            }));
        }
        for (String options : List.of("", "--ftp-pasv=false")) {
            rows.add(MatrixRow.download(
                    ARIA2,
                    options,
                    "(Timeout)\\.",
                    (target, home) -> line(
                            "aria2c --no-conf --max-tries=1 --connect-timeout=" + SECONDS + " --timeout=" + SECONDS,
                            options,
                            url(target))));
        }
        return rows;
    }

    private static List<MatrixRow> libraries() {
        return List.of(
                library(FTPLIB, "", RealClient.FTPLIB, TransferMode.PASSIVE),
                library(FTPLIB, "set_pasv(False)", RealClient.FTPLIB, TransferMode.ACTIVE),
                library(COMMONS_NET, "", RealClient.COMMONS_NET, TransferMode.ACTIVE),
                library(COMMONS_NET, "enterLocalPassiveMode()", RealClient.COMMONS_NET, TransferMode.PASSIVE),
                MatrixRow.download(BASIC_FTP, "", "'Error: (.*?) to \\d", (target, home) -> {
                    List<String> call = new ArrayList<>(BasicFtp.installed().commandLine());
                    call.addAll(List.of(target.host(), target.portText(), target.user(), target.password()));
                    call.addAll(List.of(SECONDS, MatrixRow.REMOTE, MatrixRow.REMOTE));
                    return new Invocation(call, "");
                }));
    }

    private static MatrixRow library(ClientProgram client, String options, RealClient real, TransferMode mode) {
        return MatrixRow.download(
                client,
                options,
                "(\\w+(?:Error|Exception))",
                (target, home) ->
                        real.invocation(new Errand.Download("/recipe.txt", MatrixRow.local(home)), mode, target));
    }

    private static List<MatrixRow> screens() {
        return List.of(
                screen(FILEZILLA, "filezilla_client.py", "", "passive", FILEZILLAS_SECONDS),
                screen(FILEZILLA, "filezilla_client.py", "transfer mode active", "active", FILEZILLAS_SECONDS),
                screen(MIDNIGHT_COMMANDER, "mc_client.py", "", "passive", SECONDS, MatrixRow.REMOTE),
                screen(
                        MIDNIGHT_COMMANDER,
                        "mc_client.py",
                        "ftpfs_use_passive_connections=false",
                        "active",
                        SECONDS,
                        MatrixRow.REMOTE));
    }

    private static MatrixRow screen(ClientProgram client, String driver, String options, String mode, String... rest) {
        return MatrixRow.listing(
                client,
                options,
                "(Connection timed out|still waits for the directory|the panel is empty)",
                (target, home) -> {
                    List<String> call = new ArrayList<>(List.of("python3", RealClient.resource(driver)));
                    call.addAll(List.of(target.host(), target.portText(), target.user(), target.password(), mode));
                    call.addAll(List.of(rest));
                    return new Invocation(call, "");
                });
    }

    private static String url(Target target) {
        return target.url("/" + MatrixRow.REMOTE);
    }

    /** A command line without blanks in its words. */
    private static Invocation line(String... parts) {
        return Invocation.of(String.join(" ", parts).split(" +"));
    }
}

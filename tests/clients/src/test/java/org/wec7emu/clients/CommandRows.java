package org.wec7emu.clients;

import static org.wec7emu.clients.ClientProgram.ARIA2;
import static org.wec7emu.clients.ClientProgram.BUSYBOX;
import static org.wec7emu.clients.ClientProgram.CURL;
import static org.wec7emu.clients.ClientProgram.INETUTILS;
import static org.wec7emu.clients.ClientProgram.LFTP;
import static org.wec7emu.clients.ClientProgram.NCFTP;
import static org.wec7emu.clients.ClientProgram.RCLONE;
import static org.wec7emu.clients.ClientProgram.TNFTP;
import static org.wec7emu.clients.ClientProgram.WGET;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs of the command line in the matrix of clients. Each one's own timer is {@link RealClient#TIMER}, unless it has none. */
final class CommandRows {
    private static final String SECONDS = Long.toString(RealClient.TIMER.toSeconds());
    private static final String NCFTP_SAYS = "ncftp\\w+ .*: (.*)";

    private static final String NOTHING = "(?!)";

    private CommandRows() {}

    static List<MatrixRow> all() {
        return Stream.of(curl(), wget(), ncftp(), lftp(), tnftp(), inetutils(), aria2(), busybox(), rclone())
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
        String says = "(Connection timed out|Unsupported listing type)";
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

    /** It has no timer of its own: without an end from outside it waits for the kernel's, some two minutes. */
    private static List<MatrixRow> inetutils() {
        return Stream.of("", "-p")
                .map(options -> MatrixRow.download(INETUTILS, options, NOTHING, (target, home) -> {
                    String script = "user " + target.user() + " " + target.password() + "\nget /recipe.txt "
                            + MatrixRow.REMOTE + "\nbye\n";
                    Invocation call =
                            line("timeout " + SECONDS + " inetutils-ftp -n", options, target.host(), target.portText());
                    return new Invocation(call.commandLine(), script);
                }))
                .toList();
    }

    private static List<MatrixRow> aria2() {
        return Stream.of("", "--ftp-pasv=false")
                .map(options -> MatrixRow.download(
                        ARIA2,
                        options,
                        "(Timeout)\\.",
                        (target, home) -> line(
                                "aria2c --no-conf --max-tries=1 --connect-timeout=" + SECONDS + " --timeout=" + SECONDS,
                                options,
                                url(target))))
                .toList();
    }

    /** Passive only, and without a timer as well. */
    private static List<MatrixRow> busybox() {
        return List.of(MatrixRow.download(
                BUSYBOX,
                "",
                NOTHING,
                (target, home) -> line(
                        "timeout " + SECONDS + " busybox ftpget",
                        account(target),
                        target.host(),
                        MatrixRow.REMOTE,
                        "/recipe.txt")));
    }

    /** Passive only. Looks for a file in a listing before it fetches it. */
    private static List<MatrixRow> rclone() {
        String timers = "--contimeout " + SECONDS + "s --timeout " + SECONDS + "s --retries 1 --low-level-retries 1";
        return List.of(MatrixRow.download(RCLONE, "", "(i/o timeout|directory not found)", (target, home) -> {
            ClientRun obscured = ClientRun.of(line("rclone obscure", target.password()), home);
            return line(
                    "rclone --config= " + timers,
                    "--ftp-host " + target.host() + " --ftp-port " + target.portText(),
                    "--ftp-user " + target.user() + " --ftp-pass "
                            + obscured.output().strip(),
                    "copyto :ftp:/" + MatrixRow.REMOTE + " " + MatrixRow.REMOTE);
        }));
    }

    private static String url(Target target) {
        return target.url("/" + MatrixRow.REMOTE);
    }

    /** A command line without blanks in its words. */
    private static Invocation line(String... parts) {
        return Invocation.of(String.join(" ", parts).split(" +"));
    }
}

package org.wec7emu.clients;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.wec7emu.check.ClientVerdict;
import org.wec7emu.check.client.CommandTemplate;
import org.wec7emu.path.NetworkPath;

/** A real client that earns itself a verdict. */
enum VerdictCase {
    CURL_ACTIVE(ClientVerdict.WORKS, "curl", "curl -sS --ftp-port - {url}"),
    LFTP_ACTIVE(ClientVerdict.WORKS, "lftp", "lftp --norc -e 'set ftp:passive-mode no; ls; bye' {url}"),
    FTPLIB_ACTIVE(ClientVerdict.WORKS, "python3", python("f.set_pasv(False); f.dir()")),
    WGET_ACTIVE(ClientVerdict.WORKS, "wget", "wget -q -O - --no-passive-ftp --tries=1 {url}hello.txt"),
    CURL_FALLBACK(ClientVerdict.WORKS_AFTER_FALLBACK, "curl", "curl -sS -m 2 {url} || curl -sS --ftp-port - {url}"),
    TNFTP(ClientVerdict.WORKS_AFTER_FALLBACK, "tnftp", "tnftp -q 2 -o - {url}hello.txt"),
    CURL_PASSIVE(ClientVerdict.PASSIVE_BLOCKED, "curl", "curl -sS -m 2 {url}"),
    LFTP(
            ClientVerdict.PASSIVE_BLOCKED,
            "lftp",
            "lftp --norc -e 'set cmd:fail-exit yes; set net:max-retries 1; set net:timeout 2; ls; bye' {url}"),
    FTPLIB(ClientVerdict.PASSIVE_BLOCKED, "python3", python("f.dir()")),
    WGET(ClientVerdict.PASSIVE_BLOCKED, "wget", "wget -q -O - --tries=1 --timeout=2 {url}hello.txt"),
    BASIC_FTP(
            ClientVerdict.PASSIVE_BLOCKED,
            "node",
            // the library removes its local file when a download fails: never give it one that isn't this test's own
            "file=$(mktemp) && node BASIC-FTP/client.js {host} {port} {user} {password} 2 hello.txt \"$file\";"
                    + " ended=$?; rm -f \"$file\"; exit $ended"),
    HANGS_IN_PASSIVE(ClientVerdict.PASSIVE_BLOCKED, "curl", "curl -sS {url}") {
        @Override
        Duration limit() {
            return SHORT;
        }
    },
    FACTORY(ClientVerdict.CONTROL_BLOCKED, "curl", "curl -sS -m 2 {url}") {
        @Override
        String state() {
            return "factory";
        }
    },
    BEHIND_NAT(ClientVerdict.ACTIVE_UNREACHABLE, "curl", "curl -sS -m 2 --ftp-port - {url}") {
        @Override
        NetworkPath path() {
            return NetworkPath.CLIENT_NAT;
        }
    },
    NEVER_ANSWERS_THE_DIAL(
            ClientVerdict.ACTIVE_UNREACHABLE,
            "python3",
            python("import socket; s = socket.socket(); s.bind((\"127.0.0.1\", 0)); s.listen(0);"
                    + " full = socket.create_connection(s.getsockname()); f.sendport(*s.getsockname());"
                    + " f.putcmd(\"LIST\"); f.getline(); raise SystemExit(1)")),
    SIZE_FIRST(ClientVerdict.UNSUPPORTED_COMMAND, "python3", python("f.size(\"hello.txt\")")),
    MLSD_ONLY(ClientVerdict.UNSUPPORTED_COMMAND, "python3", python("f.set_pasv(False); list(f.mlsd())")),
    CHMOD_ONLY(
            ClientVerdict.UNSUPPORTED_COMMAND,
            "lftp",
            "lftp --norc -e 'set cmd:fail-exit yes; chmod 644 hello.txt; bye' {url}"),
    WRONG_PASSWORD(ClientVerdict.LOGIN_REFUSED, "curl", "curl -sS --ftp-port - -u {user}:wrong ftp://{host}:{port}/"),
    FAILS(ClientVerdict.CLIENT_FAILED, "curl", "curl -sS --ftp-port - {url} && exit 7"),
    FEAT_AND_FAILS_AFTER_ALL(
            ClientVerdict.CLIENT_FAILED,
            "python3",
            python(feat() + "f.set_pasv(False); f.retrlines(\"RETR hello.txt\"); raise SystemExit(3)")),
    FEAT_AND_FAILS_AT_ONCE(
            ClientVerdict.CLIENT_FAILED, "python3", python(feat() + "open(\"/nowhere/hello.txt\", \"wb\")")),
    BASIC_FTP_WITHOUT_LOCAL_FOLDER(
            ClientVerdict.CLIENT_FAILED,
            "node",
            "node BASIC-FTP/client.js {host} {port} {user} {password} 2 hello.txt /nowhere/hello.txt"),
    CURL_WITHOUT_LOCAL_FOLDER(
            ClientVerdict.CLIENT_FAILED, "curl", "curl -sS --ftp-port - -o /nowhere/hello.txt {url}hello.txt"),
    NO_SUCH_FILE(ClientVerdict.CLIENT_FAILED, "curl", "curl -sS --ftp-port - {url}nothing.txt"),
    NCFTP_UPLOADS_AND_FAILS(
            ClientVerdict.CLIENT_FAILED,
            "ncftpput",
            "home=$(mktemp -d); HOME=$home ncftpput -E -u {user} -p {password} -P {port} {host} / /etc/passwd;"
                    + " rm -r \"$home\"; exit 7"),
    LFTP_UPLOADS_AND_FAILS(
            ClientVerdict.CLIENT_FAILED,
            "lftp",
            "lftp --norc -e 'set ftp:passive-mode no; put /etc/passwd; bye' {url} && exit 7"),
    HANGS_AFTER_ALL(ClientVerdict.CLIENT_FAILED, "curl", "curl -sS --ftp-port - {url}; sleep 600") {
        @Override
        Duration limit() {
            return SHORT;
        }
    },
    HANGS_AFTER_SIZE(
            ClientVerdict.CLIENT_FAILED, "python3", python("f.sendcmd(\"SIZE hello.txt\")") + " || sleep 600") {
        @Override
        Duration limit() {
            return SHORT;
        }
    },
    ASKS_ONLY(ClientVerdict.NOTHING_TRANSFERRED, "curl", "curl -sS -I {url}hello.txt"),
    LOGS_IN_ONLY(ClientVerdict.NOTHING_TRANSFERRED, "python3", python("f.quit()")),
    STAYS_AWAY(ClientVerdict.NO_CONNECTION, "sh", "test -n \"$WEC7_URL\"");

    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(40);

    private final ClientVerdict verdict;
    private final String program;
    private final String script;

    VerdictCase(ClientVerdict verdict, String program, String script) {
        this.verdict = verdict;
        this.program = program;
        this.script = script;
    }

    private static String python(String errand) {
        return "python3 -c 'import ftplib; f = ftplib.FTP(); f.connect(\"{host}\", {port}, 3);"
                + " f.login(\"{user}\", \"{password}\"); " + errand + "'";
    }

    /** Asks, and does without. */
    private static String feat() {
        return "f.putcmd(\"FEAT\"); f.getmultiline(); ";
    }

    /** The one that it is to get. */
    ClientVerdict verdict() {
        return verdict;
    }

    String program() {
        return program;
    }

    /** @param basicFtp folder of that library, for who needs it */
    CommandTemplate client(Path basicFtp) {
        return new CommandTemplate(List.of("sh", "-c", script.replace("BASIC-FTP", basicFtp.toString())));
    }

    String state() {
        return "ftp-ready";
    }

    NetworkPath path() {
        return NetworkPath.DIRECT;
    }

    Duration limit() {
        return LONG;
    }
}

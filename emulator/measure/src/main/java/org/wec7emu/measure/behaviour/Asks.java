package org.wec7emu.measure.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All commands that are asked: each verb of the table, and forms of them that servers are known to differ in. */
final class Asks {
    private static final String UNSUPPORTED = "ftp.documented-unsupported";
    private static final String LOW_PORTS = "ftp.allow-low-ports";
    private static final String THIRD_PARTY = "ftp.allow-third-party";
    private static final String DIRECTORIES = "ftp.directories-need-write";
    private static final String ANONYMOUS_UPLOAD = "ftp.allow-anonymous-upload";
    private static final int LONG = 5000;

    private Asks() {}

    static List<Ask> all() {
        List<Ask> all = new ArrayList<>();
        Stream.of(
                        greetings(),
                        parameters(),
                        dataConnections(),
                        transfers(),
                        directories(),
                        files(),
                        unsupported(),
                        forms())
                .forEach(all::addAll);
        return all;
    }

    private static List<Ask> greetings() {
        return List.of(
                Ask.plain("USER of a name", "USER somebody").unannounced(),
                Ask.plain("USER anonymous", "USER anonymous").unannounced().restingOn("ftp.allow-anonymous"),
                Ask.plain("PASS without USER", "PASS x").unannounced(),
                Ask.plain("USER while logged in", "USER somebody").alone(),
                Ask.of("SYST").beforeLogin(),
                Ask.of("NOOP").beforeLogin(),
                Ask.of("PWD").beforeLogin(),
                Ask.of("FEAT").beforeLogin(),
                Ask.of("QUIT").alone());
    }

    private static List<Ask> parameters() {
        return List.of(
                Ask.of("SYST"),
                Ask.of("NOOP"),
                Ask.of("HELP").restingOn("ftp.help-row"),
                Ask.of("TYPE A"),
                Ask.of("TYPE I"),
                Ask.of("TYPE E"),
                Ask.of("TYPE L 8"),
                Ask.of("STRU F"),
                Ask.of("STRU R"),
                Ask.of("MODE S"),
                Ask.of("MODE Z"));
    }

    private static List<Ask> dataConnections() {
        return List.of(
                Ask.plain("PORT", "PORT {client},200,10"),
                Ask.plain("PORT to a port below 1024", "PORT {client},3,255").restingOn(LOW_PORTS),
                Ask.plain("PORT to another address", "PORT 192,0,2,7,200,10").restingOn(THIRD_PARTY),
                Ask.plain("PORT with a bad argument", "PORT 1,2,3"),
                Ask.plain("EPRT", "EPRT |1|{address}|51210|").restingOn("ftp.extended-port"),
                Ask.plain("EPRT for IPv6", "EPRT |2|2001:db8::7|51210|").restingOn("ftp.extended-port"),
                Ask.of("PASV").alone(),
                Ask.of("EPSV").alone(),
                Ask.plain("EPSV for IPv6", "EPSV 2").alone(),
                Ask.of("EPSV ALL").alone().restingOn("ftp.epsv-all"),
                Ask.plain("PORT after EPSV ALL", "PORT {client},200,10")
                        .alone()
                        .before("EPSV ALL")
                        .restingOn("ftp.epsv-all"));
    }

    private static List<Ask> transfers() {
        return List.of(
                Ask.plain("LIST without a data connection", "LIST").alone(),
                Ask.plain("NLST without a data connection", "NLST").alone(),
                Ask.plain("RETR without a data connection", "RETR {root}Readme.txt")
                        .withFiles()
                        .alone(),
                Ask.plain("RETR of a missing file", "RETR {root}nothing.txt")
                        .withFiles()
                        .alone(),
                Ask.plain("RETR of a directory", "RETR {root}Folder")
                        .withFiles()
                        .alone(),
                Ask.plain("STOR without a data connection", "STOR {root}new.txt")
                        .writing()
                        .alone(),
                Ask.plain("STOR onto a directory", "STOR {root}Folder")
                        .before("PORT {client},200,10")
                        .writing()
                        .alone());
    }

    private static List<Ask> directories() {
        List<Ask> all = new ArrayList<>(List.of(Ask.of("PWD"), Ask.of("XPWD")));
        for (String verb : List.of("CWD", "XCWD")) {
            all.add(Ask.plain(verb, verb + " {root}Folder").withFiles().after("CWD {root}"));
        }
        for (String verb : List.of("CDUP", "XCUP")) {
            all.add(Ask.plain(verb, verb).before("CWD {root}Folder").withFiles().after("CWD {root}"));
        }
        for (String verb : List.of("MKD", "XMKD")) {
            all.add(Ask.plain(verb, verb + " {root}Made")
                    .writing()
                    .after("RMD {root}Made")
                    .restingOn(DIRECTORIES, ANONYMOUS_UPLOAD));
        }
        for (String verb : List.of("RMD", "XRMD")) {
            all.add(Ask.plain(verb, verb + " {root}Gone")
                    .before("MKD {root}Gone")
                    .writing()
                    .restingOn(DIRECTORIES, ANONYMOUS_UPLOAD));
        }
        all.add(Ask.plain("CWD to a missing directory", "CWD {root}nowhere").withFiles());
        all.add(Ask.plain("MKD of one that exists", "MKD {root}Folder")
                .writing()
                .restingOn(DIRECTORIES));
        all.add(Ask.plain("RMD of one that isn't empty", "RMD {root}Folder")
                .writing()
                .restingOn(DIRECTORIES));
        return all;
    }

    private static List<Ask> files() {
        return List.of(
                Ask.plain("RNFR", "RNFR {root}other.txt").writing().restingOn(ANONYMOUS_UPLOAD),
                Ask.plain("RNFR of a missing file", "RNFR {root}nothing.txt").writing(),
                Ask.plain("RNTO", "RNTO {root}renamed.txt")
                        .before("RNFR {root}other.txt")
                        .writing()
                        .after("RNFR {root}renamed.txt", "RNTO {root}other.txt")
                        .restingOn(ANONYMOUS_UPLOAD),
                Ask.plain("RNTO without RNFR", "RNTO {root}renamed.txt")
                        .before("NOOP")
                        .writing(),
                Ask.plain("RNTO onto a file that exists", "RNTO {root}lines.txt")
                        .before("RNFR {root}Folder/inner.txt")
                        .writing()
                        .alone()
                        .restingOn("ftp.rename-overwrites"),
                Ask.plain("DELE of a missing file", "DELE {root}nothing.txt").writing(),
                Ask.plain("DELE of a directory", "DELE {root}Folder").writing(),
                Ask.plain("DELE", "DELE {root}other.txt").writing().alone().restingOn(ANONYMOUS_UPLOAD));
    }

    private static List<Ask> unsupported() {
        List<Ask> all = new ArrayList<>();
        for (String line : List.of("ABOR", "ACCT x", "ALLO 1", "REST 0", "SMNT x", "STAT")) {
            all.add(Ask.of(line).restingOn(UNSUPPORTED));
        }
        all.add(Ask.of("REIN").alone().restingOn(UNSUPPORTED));
        all.add(Ask.plain("APPE", "APPE {root}new.txt").writing().alone().restingOn(UNSUPPORTED));
        all.add(Ask.of("STOU").writing().alone().restingOn(UNSUPPORTED));
        for (String verb : List.of("SIZE", "MDTM", "MLST", "XSHA1")) {
            all.add(Ask.plain(verb, verb + " {root}Readme.txt").withFiles());
        }
        all.add(Ask.plain("MFMT", "MFMT 20260102030405 {root}Readme.txt").writing());
        for (String line :
                List.of("FEAT", "SITE HELP", "OPTS UTF8 ON", "MLSD", "LANG", "CLNT x", "LPRT x", "LPSV", "XYZZY")) {
            all.add(Ask.of(line));
        }
        for (String line : List.of("AUTH TLS", "PBSZ 0", "PROT C", "CCC", "HOST example.org")) {
            all.add(Ask.of(line).alone());
        }
        return all;
    }

    /** Forms of commands rather than commands. */
    private static List<Ask> forms() {
        return List.of(
                Ask.plain("a verb in lower case", "noop"),
                Ask.plain("PWD with a word too many", "PWD x").restingOn("ftp.surplus-argument"),
                Ask.plain("a command that ends in a line feed alone", "NOOP\n")
                        .alone()
                        .restingOn("ftp.line-feed"),
                Ask.plain("Telnet's IP and DM before a command", "\u00ff\u00f4\u00ff\u00f2NOOP")
                        .alone()
                        .restingOn("ftp.telnet"),
                Ask.plain("a command of " + LONG + " bytes", "NOOP " + "x".repeat(LONG - 5))
                        .alone()
                        .restingOn("ftp.long-command", "ftp.max-command-length"),
                Ask.plain("blanks around an argument", "CWD   {root}Folder  ")
                        .withFiles()
                        .after("CWD {root}")
                        .restingOn("ftp.blanks"),
                Ask.plain("a directory in another case", "CWD {root}FOLDER")
                        .withFiles()
                        .after("CWD {root}"),
                Ask.plain("PWD after a CWD in another case", "PWD")
                        .before("CWD {root}FOLDER")
                        .withFiles()
                        .after("CWD {root}")
                        .restingOn("ftp.shown-directory"),
                Ask.plain("a backslash in a path", "CWD {root}Folder\\..\\Empty")
                        .withFiles()
                        .after("CWD {root}")
                        .restingOn("ftp.backslash"));
    }
}

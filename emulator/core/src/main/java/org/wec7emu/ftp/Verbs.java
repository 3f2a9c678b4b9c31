package org.wec7emu.ftp;

import static org.wec7emu.ftp.Verb.Access.ANYBODY;
import static org.wec7emu.ftp.Verb.Access.INFORMATIVE;
import static org.wec7emu.ftp.Verb.Access.LOGGED_IN;
import static org.wec7emu.ftp.Verb.ArgumentRule.NEEDED;
import static org.wec7emu.ftp.Verb.ArgumentRule.NONE;
import static org.wec7emu.ftp.Verb.ArgumentRule.OPTIONAL;
import static org.wec7emu.ftp.Verb.ArgumentRule.OPTIONAL_PATH;
import static org.wec7emu.ftp.Verb.ArgumentRule.PATH;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wec7emu.ftp.Verb.Access;
import org.wec7emu.ftp.Verb.ArgumentRule;
import org.wec7emu.ftp.Verb.Support;
import org.wec7emu.profile.Evidence;
import org.wec7emu.profile.Grade;

/**
 * The table of all verbs, each with what is known of the device. Supported ones: Microsoft, Supported FTP Commands (Windows
 * CE 6.0), ee498623. Documented as unsupported: Microsoft ms901340. {@code docs/ftp-compliance.md} is made from it.
 */
final class Verbs {
    /** In the order in which the device's HELP names them; EPSV and EPRT work though HELP omits them. */
    static final List<String> IN_HELP = List.of(
            "USER", "PASS", "QUIT", "PORT", "PASV", "TYPE", "RETR", "STOR", "RNFR", "RNTO", "DELE", "CWD", "XCWD",
            "LIST", "NLST", "SYST", "HELP", "NOOP", "MKD", "XMKD", "RMD", "XRMD", "PWD", "XPWD", "CDUP", "XCUP", "MODE",
            "STRU");

    private static final Map<String, Verb> TABLE = new LinkedHashMap<>();

    static {
        works("USER", ANYBODY, NEEDED, LoginCommands::user, "takes a user's name and asks for the password");
        works("PASS", ANYBODY, OPTIONAL, LoginCommands::pass, "takes the password and logs in");
        works("QUIT", ANYBODY, NONE, LoginCommands::quit, "says goodbye and closes the control connection");
        works("PORT", LOGGED_IN, NEEDED, DataConnectionCommands::port, "takes the address that it is to dial");
        works("PASV", LOGGED_IN, NONE, DataConnectionCommands::pasv, "listens on the stack's next port and names it");
        put(
                new Evidence(
                        Grade.INFERRED, "fluentftp-99", "PORT for IPv6 too; a device answered EPSV, of the same RFC"),
                "EPRT",
                LOGGED_IN,
                NEEDED,
                DataConnectionCommands::eprt);
        put(
                new Evidence(Grade.OBSERVED, "fluentftp-99", "PASV for IPv6 too; names the port only"),
                "EPSV",
                LOGGED_IN,
                OPTIONAL,
                DataConnectionCommands::epsv);
        works("TYPE", LOGGED_IN, NEEDED, ParameterCommands::type, "knows A and I (ee499020)");
        works(
                "STRU",
                LOGGED_IN,
                NEEDED,
                ParameterCommands::structure,
                "sets the file structure; that F is the only one is inferred");
        works(
                "MODE",
                LOGGED_IN,
                NEEDED,
                ParameterCommands::mode,
                "sets the transfer mode; that S is the only one is inferred");
        works("RETR", LOGGED_IN, PATH, TransferCommands::retrieve, "sends a file");
        works("STOR", LOGGED_IN, PATH, TransferCommands::store, "stores a file, and replaces one of that name");
        works("LIST", LOGGED_IN, OPTIONAL_PATH, TransferCommands::list, "lists a directory, DOS style, 24-hour clock");
        works("NLST", LOGGED_IN, OPTIONAL_PATH, TransferCommands::nameList, "lists the names in a directory");
        works("RNFR", LOGGED_IN, PATH, FileCommands::renameFrom, "takes the name of what is to be renamed");
        works("RNTO", LOGGED_IN, PATH, FileCommands::renameTo, "renames it");
        works("DELE", LOGGED_IN, PATH, FileCommands::delete, "deletes a file");
        works("CWD", LOGGED_IN, PATH, FileCommands::changeDirectory, "changes the directory");
        works("XCWD", LOGGED_IN, PATH, FileCommands::changeDirectory, "the same as CWD");
        works("CDUP", LOGGED_IN, NONE, FileCommands::changeToParent, "changes to the parent directory");
        works("XCUP", LOGGED_IN, NONE, FileCommands::changeToParent, "the same as CDUP");
        works("PWD", LOGGED_IN, NONE, FileCommands::printDirectory, "shows the directory");
        works("XPWD", LOGGED_IN, NONE, FileCommands::printDirectory, "the same as PWD");
        works("MKD", LOGGED_IN, PATH, FileCommands::makeDirectory, "makes a directory");
        works("XMKD", LOGGED_IN, PATH, FileCommands::makeDirectory, "the same as MKD");
        works("RMD", LOGGED_IN, PATH, FileCommands::removeDirectory, "removes an empty directory");
        works("XRMD", LOGGED_IN, PATH, FileCommands::removeDirectory, "the same as RMD");
        works("SYST", INFORMATIVE, NONE, ParameterCommands::system, "names the system");
        works("HELP", INFORMATIVE, OPTIONAL, ParameterCommands::help, "lists the verbs (syntec-notes)");
        works("NOOP", INFORMATIVE, NONE, ParameterCommands::noop, "does nothing, and says so");
        unsupported(
                Grade.DOCUMENTED,
                "ms901340",
                "isn't supported; by which reply isn't said",
                Support.DOCUMENTED_UNSUPPORTED,
                "ABOR",
                "ACCT",
                "ALLO",
                "APPE",
                "REIN",
                "REST",
                "SMNT",
                "STAT",
                "STOU");
        unsupported(Grade.OBSERVED, "fluentftp-99", "is refused with 500", Support.UNHEARD_OF, "SIZE");
        unsupported(Grade.REPORTED, "syntec-notes", "is refused with 500", Support.UNHEARD_OF, "FEAT", "MDTM");
        unsupported(
                Grade.INFERRED,
                "ee498623",
                "isn't in the list of supported verbs",
                Support.UNHEARD_OF,
                "SITE",
                "OPTS",
                "AUTH",
                "PBSZ",
                "PROT",
                "CCC",
                "MLSD",
                "MLST",
                "MFMT",
                "LANG",
                "CLNT",
                "HOST",
                "LPRT",
                "LPSV",
                "XSHA1",
                "any other");
    }

    private Verbs() {}

    private static void works(String name, Access access, ArgumentRule argument, CeCommand command, String does) {
        put(new Evidence(Grade.DOCUMENTED, "ee498623", does), name, access, argument, command);
    }

    private static void put(Evidence evidence, String name, Access access, ArgumentRule argument, CeCommand command) {
        TABLE.put(name, new Verb(name, Support.WORKS, access, argument, evidence, command));
    }

    private static void unsupported(Grade grade, String source, String note, Support support, String... names) {
        Evidence evidence = new Evidence(grade, source, note);
        for (String name : names) {
            TABLE.put(name, new Verb(name, support, LOGGED_IN, OPTIONAL, evidence, (session, argument) -> {
                throw new IllegalStateException("the device doesn't know " + name);
            }));
        }
    }

    /** The verb of that name in upper case; null when nothing is known of it but that the device has never heard of it. */
    static @Nullable Verb find(String name) {
        return TABLE.get(name);
    }

    /** All of them, in the order of the table. */
    static List<Verb> all() {
        return new ArrayList<>(TABLE.values());
    }
}

package org.wec7emu.ftp;

import static org.wec7emu.ftp.Verb.Access.ANYBODY;
import static org.wec7emu.ftp.Verb.Access.LOGGED_IN;
import static org.wec7emu.ftp.Verb.ArgumentRule.NEEDED;
import static org.wec7emu.ftp.Verb.ArgumentRule.OPTIONAL;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of all verbs. Supported ones: Microsoft, Supported FTP Commands (Windows CE 6.0), ee498623; EPSV was seen to work
 * in a log of a real device, https://github.com/robinrodricks/FluentFTP/issues/99, and EPRT is inferred from it. Documented
 * as unsupported: Microsoft ms901340. Any other verb is one the device has never heard of.
 */
final class Verbs {
    /** In the order in which the device's HELP names them; EPSV and EPRT work though HELP omits them. */
    static final List<String> IN_HELP = List.of(
            "USER", "PASS", "QUIT", "PORT", "PASV", "TYPE", "RETR", "STOR", "RNFR", "RNTO", "DELE", "CWD", "XCWD",
            "LIST", "NLST", "SYST", "HELP", "NOOP", "MKD", "XMKD", "RMD", "XRMD", "PWD", "XPWD", "CDUP", "XCUP", "MODE",
            "STRU");

    private static final Set<String> DOCUMENTED_UNSUPPORTED =
            Set.of("ABOR", "ACCT", "ALLO", "APPE", "REIN", "REST", "SMNT", "STAT", "STOU");

    private static final Map<String, Verb> TABLE = new LinkedHashMap<>();

    static {
        put("USER", ANYBODY, NEEDED, LoginCommands::user);
        put("PASS", ANYBODY, OPTIONAL, LoginCommands::pass);
        put("QUIT", ANYBODY, OPTIONAL, LoginCommands::quit);
        put("PORT", LOGGED_IN, NEEDED, DataConnectionCommands::port);
        put("PASV", LOGGED_IN, OPTIONAL, DataConnectionCommands::pasv);
        put("EPRT", LOGGED_IN, NEEDED, DataConnectionCommands::eprt);
        put("EPSV", LOGGED_IN, OPTIONAL, DataConnectionCommands::epsv);
        put("TYPE", LOGGED_IN, NEEDED, ParameterCommands::type);
        put("STRU", LOGGED_IN, NEEDED, ParameterCommands::structure);
        put("MODE", LOGGED_IN, NEEDED, ParameterCommands::mode);
        put("RETR", LOGGED_IN, NEEDED, TransferCommands::retrieve);
        put("STOR", LOGGED_IN, NEEDED, TransferCommands::store);
        put("LIST", LOGGED_IN, OPTIONAL, TransferCommands::list);
        put("NLST", LOGGED_IN, OPTIONAL, TransferCommands::nameList);
        put("RNFR", LOGGED_IN, NEEDED, FileCommands::renameFrom);
        put("RNTO", LOGGED_IN, NEEDED, FileCommands::renameTo);
        put("DELE", LOGGED_IN, NEEDED, FileCommands::delete);
        put("CWD", LOGGED_IN, NEEDED, FileCommands::changeDirectory);
        put("XCWD", LOGGED_IN, NEEDED, FileCommands::changeDirectory);
        put("CDUP", LOGGED_IN, OPTIONAL, FileCommands::changeToParent);
        put("XCUP", LOGGED_IN, OPTIONAL, FileCommands::changeToParent);
        put("PWD", LOGGED_IN, OPTIONAL, FileCommands::printDirectory);
        put("XPWD", LOGGED_IN, OPTIONAL, FileCommands::printDirectory);
        put("MKD", LOGGED_IN, NEEDED, FileCommands::makeDirectory);
        put("XMKD", LOGGED_IN, NEEDED, FileCommands::makeDirectory);
        put("RMD", LOGGED_IN, NEEDED, FileCommands::removeDirectory);
        put("XRMD", LOGGED_IN, NEEDED, FileCommands::removeDirectory);
        put("SYST", LOGGED_IN, OPTIONAL, ParameterCommands::system);
        put("HELP", LOGGED_IN, OPTIONAL, ParameterCommands::help);
        put("NOOP", LOGGED_IN, OPTIONAL, ParameterCommands::noop);
    }

    private Verbs() {}

    private static void put(String name, Verb.Access access, Verb.ArgumentRule argument, CeCommand command) {
        TABLE.put(name, new Verb(name, access, argument, command));
    }

    /** The verb of that name in upper case; null when the device doesn't know it. */
    static @Nullable Verb find(String name) {
        return TABLE.get(name);
    }

    /** Whether the documentation names the verb as one that isn't supported. */
    static boolean isDocumentedUnsupported(String name) {
        return DOCUMENTED_UNSUPPORTED.contains(name);
    }
}

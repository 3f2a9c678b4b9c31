package org.wec7emu.measure.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wec7emu.profile.FtpReplies;
import org.wec7emu.profile.FtpReplies.Occasion;

/**
 * Something changed in a profile, and what that changes for users.
 *
 * @param yaml the section of a profile
 * @param rounds where it is asked for
 * @param differs behaviours that differ, each as "topic: name", or "topic: *" for all of the topic that are asked
 * @param decides path of a value that the difference is said to rest on
 */
record Alteration(String name, String yaml, List<Round> rounds, List<String> differs, String decides) {
    @Override
    public String toString() {
        return name;
    }

    static List<Alteration> all(FtpReplies replies, List<Round> rounds) {
        Map<String, Round> by = new TreeMap<>();
        rounds.forEach(round -> by.put(round.name(), round));
        List<Round> commands = List.of(by.get("commands"));
        List<Round> modes = List.of(
                by.get("data modes"),
                by.get("data modes on path client-nat"),
                by.get("data modes on path client-firewall"));
        List<Round> ports = List.of(by.get("ports"));
        List<Round> users = List.of(by.get("users"));
        List<Round> listings = List.of(by.get("listings"));
        List<Round> changes = List.of(by.get("changes and restarts"));
        List<Round> commissioning = List.of(by.get("commissioning"));
        List<Alteration> all = new ArrayList<>();
        all.add(new Alteration(
                "every reply in other words",
                otherWords(replies),
                List.of(by.get("commands"), by.get("users"), by.get("data modes"), by.get("listings")),
                List.of("control: *", "commands: *", "transfers: *", "users: *", "listing: LIST of what is missing"),
                "ftp.replies.okay"));
        all.add(new Alteration(
                "the firewall on",
                "firewall: {enabled: {value: true, grade: inferred, note: x}}\n",
                modes,
                List.of(
                        "passive: *",
                        "paths: client-nat: PASV",
                        "paths: client-nat: EPSV",
                        "paths: client-firewall: PASV",
                        "paths: client-firewall: EPSV"),
                "firewall.enabled"));
        all.add(new Alteration(
                "the firewall on, for a scan",
                "firewall: {enabled: {value: true, grade: inferred, note: x}}\n",
                ports,
                List.of("scan: TCP 80 (http)", "scan: TCP 139 (netbios)", "scan: TCP 445 (smb)"),
                "firewall.enabled"));
        all.add(new Alteration(
                "the firewall on, from the box",
                "firewall: {enabled: {value: true, grade: inferred, note: x}}\n",
                commissioning,
                List.of(
                        "commissioning: as delivered",
                        "commissioning: FTP server switched on",
                        "commissioning: then restarted",
                        "commissioning: then TCP 20 and 21 entered in the firewall"),
                "firewall.enabled"));
        all.add(new Alteration(
                "the device's own connects blocked",
                """
                firewall:
                  enabled: {value: true, grade: inferred, note: x}
                  rules:
                    evidence: {grade: inferred, note: x}
                    outwards: {block: any, direction: outbound}
                """,
                modes,
                List.of(
                        "active: PORT LIST",
                        "active: PORT RETR",
                        "active: PORT STOR",
                        "active: EPRT LIST",
                        "active: EPRT RETR",
                        "active: EPRT STOR"),
                "firewall.rules.outwards"));
        all.add(new Alteration(
                "no EPRT",
                "ftp: {extended-port: {value: false, grade: unknown, note: x}}\n",
                modes,
                List.of(
                        "active: EPRT LIST",
                        "active: EPRT RETR",
                        "active: EPRT STOR",
                        "paths: client-nat: EPRT",
                        "paths: client-firewall: EPRT"),
                "ftp.extended-port"));
        all.add(new Alteration(
                "as delivered",
                "default-state: {value: factory, grade: inferred, note: x}\n",
                modes,
                List.of("passive: *", "active: *", "paths: *"),
                "ftp.server-active"));
        all.add(new Alteration(
                "as delivered, for a scan",
                "default-state: {value: factory, grade: inferred, note: x}\n",
                ports,
                List.of("scan: TCP 21 (FTP control)"),
                "ftp.server-active"));
        all.add(new Alteration(
                "as delivered, changed",
                "firewall: {enabled: {value: true, grade: inferred, note: x}}\n"
                        + "default-state: {value: factory, grade: inferred, note: x}\n",
                changes,
                List.of(
                        "restart: firewall switched off: passive FTP at once",
                        "restart: firewall switched on: passive FTP at once",
                        "restart: FTP server switched off, not yet restarted",
                        "restart: FTP server switched off, then restarted"),
                "ftp.server-active"));
        all.add(new Alteration(
                "the first directory in memory",
                "ftp: {directory: {value: '\\Temp', grade: inferred, note: x}}\n",
                changes,
                List.of("restart: an uploaded file after a restart"),
                "ftp.directory"));
        all.add(new Alteration(
                "passive ports entered",
                """
                firewall:
                  enabled: {value: true, grade: inferred, note: x}
                  rules:
                    evidence: {grade: inferred, note: x}
                    passive: {allow: tcp, port: 49152-65535}
                """,
                changes,
                List.of("restart: firewall switched on: passive FTP at once"),
                "firewall.rules.passive"));
        for (String service : List.of(
                "http 80", "netbios 139", "https 443", "smb 445", "cerhost 987", "ipc-diagnostics 4852", "ads 48898")) {
            String name = service.split(" ")[0];
            all.add(new Alteration(
                    name + " the other way",
                    "services: {" + name + ": {listening: {value: " + name.equals("cerhost")
                            + ", grade: inferred, note: x}}}\n",
                    ports,
                    List.of("scan: TCP " + service.split(" ")[1] + " (" + name + ")"),
                    "services." + name + ".listening"));
        }
        all.add(new Alteration(
                "nobody anonymous",
                "ftp: {allow-anonymous: {value: false, grade: inferred, note: x}}\n",
                users,
                List.of("users: anonymous"),
                "ftp.allow-anonymous"));
        all.add(new Alteration(
                "another password",
                "ftp: {accounts: {value: [{user: webguest, password: '2'}, {user: guest, password: '2'}], grade: inferred, note: x}}\n",
                users,
                List.of("users: user webguest with password 1", "users: user guest with password 1"),
                "ftp.accounts[0].password"));
        switches(all, listings, commands);
        return all;
    }

    private static void switches(List<Alteration> all, List<Round> listings, List<Round> commands) {
        String[][] rows = {
            {"listing-options", "name", "listing: LIST with options"},
            {"listing-wildcards", "name", "listing: LIST with a wildcard", "listing: NLST with a wildcard"},
            {"nlst-argument", "ignored", "listing: NLST with a directory"},
            {"nlst-names", "as-asked", "listing: NLST with a directory", "listing: NLST with a wildcard"},
            {"type-a", "line-ends", "listing: line ends of a file in TYPE A"},
            {"surplus-argument", "refused", "commands: PWD with a word too many"},
            {"before-login", "all-refused", "commands: FEAT before login"},
            {"before-login", "informative", "commands: SYST before login", "commands: NOOP before login"},
            {"epsv-all", "refused", "commands: EPSV ALL"},
            {"epsv-all", "obeyed", "commands: PORT after EPSV ALL"},
            {"extended-port", "false", "commands: EPRT"},
            {"allow-low-ports", "true", "commands: PORT to a port below 1024"},
            {"allow-third-party", "true", "commands: PORT to another address"},
            {"documented-unsupported", "not-implemented", "commands: ABOR", "commands: STOU", "commands: REST 0"},
            {"rename-overwrites", "true", "commands: RNTO onto a file that exists"},
            {"help-row", "7", "commands: HELP"},
            {"line-feed", "needs-return", "commands: a command that ends in a line feed alone"},
            {"telnet", "removed", "commands: Telnet's IP and DM before a command"},
            {"long-command", "cut", "commands: a command of 5000 bytes"},
            {"blanks", "removed", "commands: blanks around an argument"},
            {"shown-directory", "as-stored", "commands: PWD after a CWD in another case"},
            {"backslash", "name", "commands: a backslash in a path"},
        };
        for (String[] row : rows) {
            List<String> differs = List.of(row).subList(2, row.length);
            all.add(new Alteration(
                    row[0] + " " + row[1],
                    "ftp: {" + row[0] + ": {value: " + row[1] + ", grade: unknown, note: x}}\n",
                    differs.get(0).startsWith("listing") ? listings : commands,
                    differs,
                    "ftp." + row[0]));
        }
    }

    /** With the same codes and placeholders. */
    private static String otherWords(FtpReplies replies) {
        return "ftp:\n  replies:\n    evidence: {grade: inferred, note: x}\n"
                + List.of(Occasion.values()).stream()
                        .map(occasion -> "    "
                                + occasion.name().toLowerCase(Locale.ROOT).replace('_', '-') + ": '"
                                + replies.get(occasion).code()
                                + (occasion == Occasion.HELP_FIRST ? "-" : " ")
                                + "Otherwise: " + replies.get(occasion).text().replace("'", "''") + "'\n")
                        .collect(Collectors.joining());
    }
}

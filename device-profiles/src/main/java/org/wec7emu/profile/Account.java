package org.wec7emu.profile;

import java.util.Optional;
import java.util.Set;

/**
 * A user that may log in. Names and groups have no case.
 *
 * @param groups that the user list of the FTP server may name
 * @param home the device's directory that the user sees as {@code /}; empty for the FTP server's own
 * @param rights what the user may do; all of it where the device has no value for the user. Source: Microsoft, Assigning
 *     User-Specific Permissions (Windows Embedded CE 6.0), ee498439
 */
public record Account(String user, String password, Set<String> groups, Optional<String> home, Set<Right> rights) {
    public Account {
        groups = Set.copyOf(groups);
        rights = Set.copyOf(rights);
    }

    /** A user without groups, with the FTP server's own directory and all rights. */
    public Account(String user, String password) {
        this(user, password, Set.of(), Optional.empty(), Right.ALL);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }
}

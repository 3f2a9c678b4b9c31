package org.wec7emu.profile;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may use an image's FTP server, and for what.
 *
 * @param allowAnonymous whether {@code anonymous} may log in, with any password (registry value AllowAnonymous)
 * @param allowAnonymousUpload whether anonymous users may upload, delete and rename (AllowAnonymousUpload)
 * @param allowAnonymousVirtualRoots whether anonymous users see virtual roots (AllowAnonymousVroots)
 * @param anonymousSeesHiddenFiles whether anonymous users see hidden files
 * @param hiddenFiles what hidden files are to users who don't see them
 * @param directoriesNeedWrite whether making and removing directories takes the right to write, as deleting a file does
 * @param useAuthentication whether the passwords of users are checked (UseAuthentication)
 * @param userList which of the accounts may log in (UserList); not asked for anonymous users
 * @param accounts users and passwords
 * @param virtualRoots directories that users see besides their own (VROOTS)
 */
public record FtpAccess(
        boolean allowAnonymous,
        boolean allowAnonymousUpload,
        boolean allowAnonymousVirtualRoots,
        boolean anonymousSeesHiddenFiles,
        HiddenFiles hiddenFiles,
        boolean directoriesNeedWrite,
        boolean useAuthentication,
        UserList userList,
        List<Account> accounts,
        List<VirtualRoot> virtualRoots) {
    /** The user name of those who have none. */
    public static final String ANONYMOUS = "anonymous";

    /** What hidden files are to users who don't see them. */
    public enum HiddenFiles {
        /** They can't be reached, by whatever name. */
        NOT_THERE,
        /** Listings leave them out; a user who knows the name reaches them. */
        NOT_LISTED
    }

    public FtpAccess {
        accounts = List.copyOf(accounts);
        virtualRoots = List.copyOf(virtualRoots);
    }

    /** Whether a user of that name is let in as anonymous. */
    public boolean admitsAnonymously(String user) {
        return allowAnonymous && user.equalsIgnoreCase(ANONYMOUS);
    }

    /** Whether the user list admits an account. */
    public boolean admits(Account account) {
        return userList.admits(account.user(), account.groups());
    }

    /** What an anonymous user is to the server. */
    public Account anonymous(String password) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        grant(rights, Right.WRITE, allowAnonymousUpload);
        grant(rights, Right.VIRTUAL_ROOTS, allowAnonymousVirtualRoots);
        grant(rights, Right.HIDDEN_FILES, anonymousSeesHiddenFiles);
        return new Account(ANONYMOUS, password, Set.of(), Optional.empty(), rights);
    }

    /** The directories that users have instead of the FTP server's. */
    public List<String> homes() {
        return accounts.stream().flatMap(account -> account.home().stream()).toList();
    }

    private static void grant(Set<Right> rights, Right right, boolean granted) {
        if (granted) {
            rights.add(right);
        }
    }

    /** A user to show to people: the first account that may log in; else anonymous, who may not be let in either. */
    public Account example() {
        return accounts.stream().filter(this::admits).findFirst().orElseGet(() -> anonymous("guest"));
    }
}

package org.wec7emu.ftp;

import org.jspecify.annotations.Nullable;
import org.wec7emu.profile.Account;
import org.wec7emu.profile.Right;
import org.wec7emu.storage.FileArea;
import org.wec7emu.storage.VirtualPath;

/** Who is logged in on a session, what that user may do, and where in the user's files the session stands. */
final class Login {
    private final FtpEnvironment environment;
    private @Nullable String claimedUser;
    private @Nullable Account account;
    private @Nullable FileArea files;
    private VirtualPath directory = VirtualPath.ROOT;
    private @Nullable VirtualPath renameFrom;
    private int refused;

    Login(FtpEnvironment environment) {
        this.environment = environment;
    }

    boolean isDone() {
        return account != null;
    }

    /** Remembers the name given by USER and forgets who was logged in. */
    void claim(String user) {
        claimedUser = user;
        account = null;
        renameFrom = null;
        directory = VirtualPath.ROOT;
    }

    /** The name given by USER and not yet confirmed by PASS. */
    @Nullable
    String claimedUser() {
        return claimedUser;
    }

    void accept(Account who) {
        account = who;
        files = environment.filesOf(who);
        claimedUser = null;
    }

    void refuse() {
        claimedUser = null;
        refused++;
    }

    /** Logins refused since the session began. */
    int refused() {
        return refused;
    }

    /** Whether the user may upload, delete and rename. */
    boolean mayWrite() {
        Account who = account;
        return who != null && who.may(Right.WRITE);
    }

    /** Whether the user may make and remove directories. */
    boolean mayChangeDirectories() {
        return mayWrite() || !environment.profile().access().directoriesNeedWrite();
    }

    /** What the user sees of the device; for commands that need a login. */
    FileArea files() {
        FileArea ofUser = files;
        if (ofUser == null) {
            throw new IllegalStateException("nobody is logged in");
        }
        return ofUser;
    }

    /** The working directory. */
    VirtualPath directory() {
        return directory;
    }

    void changeTo(VirtualPath newDirectory) {
        directory = newDirectory;
    }

    /** What RNFR named, once; null when the command before wasn't a successful RNFR. */
    @Nullable
    VirtualPath takeRenameFrom() {
        VirtualPath from = renameFrom;
        renameFrom = null;
        return from;
    }

    void renameFrom(VirtualPath from) {
        renameFrom = from;
    }
}

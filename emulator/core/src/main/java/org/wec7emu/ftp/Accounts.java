package org.wec7emu.ftp;

import java.util.Optional;
import org.wec7emu.profile.FtpProfile;
import org.wec7emu.profile.FtpProfile.Account;

/** Who may log in. */
final class Accounts {
    private static final String ANONYMOUS = "anonymous";

    private Accounts() {}

    static boolean isAnonymous(String user) {
        return user.equalsIgnoreCase(ANONYMOUS);
    }

    /** Whether USER with that name gets the reply for anonymous access. */
    static boolean admitsAnonymously(FtpProfile profile, String user) {
        return profile.allowAnonymous() && isAnonymous(user);
    }

    /** The account behind a name and password; empty when refused. User names have no case, as everywhere on Windows. */
    static Optional<Account> authenticate(FtpProfile profile, String user, String password) {
        if (admitsAnonymously(profile, user)) {
            return Optional.of(new Account(ANONYMOUS, password));
        }
        return profile.accounts().stream()
                .filter(account -> account.user().equalsIgnoreCase(user)
                        && account.password().equals(password))
                .findFirst();
    }
}

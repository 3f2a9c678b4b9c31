package org.wec7emu.ftp;

import java.util.Optional;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.Ending;
import org.wec7emu.profile.Account;
import org.wec7emu.profile.FtpAccess;
import org.wec7emu.profile.FtpReplies.Occasion;

/** USER, PASS, QUIT. */
final class LoginCommands {
    private LoginCommands() {}

    static void user(CeSession session, String name) {
        session.login().claim(name);
        session.reply(
                session.environment().profile().access().admitsAnonymously(name)
                        ? Occasion.ANONYMOUS_PASSWORD_NEEDED
                        : Occasion.PASSWORD_NEEDED);
    }

    static void pass(CeSession session, String password) {
        String user = session.login().claimedUser();
        if (user == null) {
            session.reply(Occasion.BAD_SEQUENCE);
            return;
        }
        FtpEnvironment environment = session.environment();
        Optional<Account> account = authenticate(environment.profile().access(), user, password);
        if (account.isPresent()) {
            session.login().accept(account.get());
            environment.note(new DeviceEvent.LoginSucceeded(environment.now(), session.id(), user));
            session.reply(Occasion.LOGGED_IN);
        } else {
            session.login().refuse();
            environment.note(new DeviceEvent.LoginRefused(environment.now(), session.id(), user));
            session.pause(environment.profile().loginDelay());
            session.reply(Occasion.NOT_LOGGED_IN);
            int most = environment.profile().switches().maxRefusedLogins();
            if (most > 0 && session.login().refused() >= most) {
                session.close(Ending.REFUSED);
            }
        }
    }

    /**
     * The account behind a name and password; empty when refused, by whatever it is: nobody is told whether a user exists. User
     * names have no case, as everywhere on Windows.
     */
    private static Optional<Account> authenticate(FtpAccess access, String user, String password) {
        if (access.admitsAnonymously(user)) {
            return Optional.of(access.anonymous(password));
        }
        return access.accounts().stream()
                .filter(account -> account.user().equalsIgnoreCase(user))
                .filter(account ->
                        !access.useAuthentication() || account.password().equals(password))
                .filter(access::admits)
                .findFirst();
    }

    static void quit(CeSession session, String ignored) {
        session.reply(Occasion.GOODBYE);
        session.close(Ending.QUIT);
    }
}

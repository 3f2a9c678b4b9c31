package org.wec7emu.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.measure.probe.ProbeTarget;
import org.wec7emu.measure.probe.ProbeTarget.Login;
import org.wec7emu.profile.Account;
import org.wec7emu.profile.DeviceProfile;

/** Who a probe logs in as: who the command line or the address names, or else the users of the catalogue, one after the other. */
final class ProbeLogins {
    private static final String USER = "--user";
    private static final String PASSWORD = "--password";

    private final Subcommand command;

    ProbeLogins(Subcommand command) {
        this.command = command;
        command.option(USER, "USER", "The user, if the address has none; those of the catalogue's images unless told.");
        command.option(PASSWORD, "PASSWORD", "The user's password; the one that images come with unless told.");
    }

    List<Login> choose(ProbeTarget target, List<DeviceProfile> catalogue) throws BadInput {
        Map<String, Login> usual = usual(catalogue);
        String user = command.value(USER);
        String password = command.value(PASSWORD);
        if (user != null && target.login().isPresent()) {
            throw new BadInput(USER + " and the address both name a user; leave one out");
        }
        if (user == null && target.login().isEmpty()) {
            if (password != null) {
                throw new BadInput(PASSWORD + " without a user; name one by " + USER);
            }
            return List.copyOf(usual.values());
        }
        Login named = target.login().orElseGet(() -> new Login(user == null ? "" : user, ""));
        Login known = usual.get(named.user());
        String delivered = known == null ? "" : known.password();
        String given = password != null ? password : named.password();
        Login login = new Login(named.user(), given.isEmpty() ? delivered : given);
        if ((login.user() + login.password()).chars().anyMatch(c -> c < ' ')) {
            throw new BadInput("a user or password with a control character in it can't be sent");
        }
        return List.of(login);
    }

    private static Map<String, Login> usual(List<DeviceProfile> catalogue) {
        Map<String, Login> usual = new LinkedHashMap<>();
        for (DeviceProfile image : catalogue) {
            Account account = image.ftp().access().example();
            usual.putIfAbsent(account.user(), new Login(account.user(), account.password()));
        }
        return usual;
    }
}

package org.wec7emu.measure.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wec7emu.path.NetworkPath;
import org.wec7emu.profile.Account;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.Service;

/** All that is asked for. */
final class Rounds {
    private Rounds() {}

    /** In the order of asking: what waits most comes first. */
    static List<Round> all(Side first, Side second) {
        List<Round> rounds = new ArrayList<>();
        for (NetworkPath path : NetworkPath.values()) {
            rounds.add(new ModesRound(path));
        }
        rounds.add(new ScanRound(services(first, second)));
        rounds.add(new CommissioningRound());
        rounds.add(new RestartRound());
        rounds.add(new UsersRound(accounts(first, second)));
        rounds.add(new ListingRound());
        rounds.add(new CommandsRound());
        return rounds;
    }

    private static List<Service> services(Side first, Side second) {
        return images(first, second)
                .flatMap(image -> image.profile().services().stream())
                .toList();
    }

    private static List<Account> accounts(Side first, Side second) {
        return images(first, second)
                .flatMap(image -> image.profile().ftp().access().accounts().stream())
                .toList();
    }

    private static Stream<DeviceInState> images(Side first, Side second) {
        return Stream.of(first, second).flatMap(side -> side.images().stream());
    }
}

package org.wec7emu.measure.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wec7emu.measure.behaviour.Observation.Seen;
import org.wec7emu.measure.behaviour.Side.Emulated;
import org.wec7emu.path.NetworkPath;
import org.wec7emu.profile.Account;
import org.wec7emu.profile.ProfileValue;
import org.wec7emu.profile.Service;

/**
 * The main behaviours of an image, measured.
 *
 * @param cells one a column of {@link #COLUMNS}
 * @param greeting what a client hears first
 */
public record CatalogueRow(Emulated image, List<Cell> cells, String greeting) {
    /** What the cells are about. */
    public static final List<String> COLUMNS = List.of(
            "firewall as delivered",
            "port 21 as delivered",
            "active FTP",
            "passive FTP",
            "TCP ports a scan sees open",
            "users let in",
            "SYST");

    private static final String LIST = " LIST";

    public CatalogueRow {
        cells = List.copyOf(cells);
    }

    /**
     * A behaviour.
     *
     * @param guess whether nothing of what it rests on is documented, observed or reported
     */
    public record Cell(String text, boolean guess) {
        static Cell of(Optional<Seen> seen) {
            return seen.map(found -> of(found.text(), found.restsOn())).orElse(new Cell("-", false));
        }

        static Cell of(String text, List<ProfileValue> restsOn) {
            boolean guess = !restsOn.isEmpty()
                    && restsOn.stream()
                            .allMatch(value -> value.evidence().grade().isGuess());
            return new Cell(text, guess);
        }
    }

    /** Measures it. */
    static CatalogueRow of(Emulated image, Measurement.Progress progress) throws InterruptedException {
        List<Account> accounts = image.image().profile().ftp().access().accounts();
        List<Service> services = image.image().profile().services();
        Findings found = new Measurement(progress)
                .of(
                        image,
                        List.of(
                                new CommissioningRound(),
                                new ModesRound(NetworkPath.DIRECT),
                                new ScanRound(services),
                                new UsersRound(accounts),
                                new CommandsRound()));
        List<Cell> cells = new ArrayList<>();
        cells.add(firewall(image));
        cells.add(delivered(found));
        cells.add(Cell.of(found.seen(Topic.ACTIVE, DataMode.PORT + LIST)));
        cells.add(Cell.of(found.seen(Topic.PASSIVE, DataMode.PASV + LIST)));
        cells.add(open(found));
        cells.add(users(found, accounts));
        cells.add(Cell.of(found.seen(Topic.COMMANDS, "SYST")));
        String greeting =
                found.seen(Topic.CONTROL, "the greeting").map(Seen::text).orElse("-");
        return new CatalogueRow(image, cells, greeting);
    }

    private static Cell firewall(Emulated image) {
        boolean on = image.delivered().firewall().enabled();
        List<ProfileValue> values = image.delivered().values().stream()
                .filter(value -> value.path().equals("firewall.enabled"))
                .toList();
        return Cell.of(on ? "on" : "off", values);
    }

    private static Cell delivered(Findings found) {
        Cell cell = Cell.of(found.seen(Topic.COMMISSIONING, CommissioningRound.AS_DELIVERED));
        return new Cell(cell.text().replaceFirst("^port 21 (is )?", ""), cell.guess());
    }

    private static Cell open(Findings found) {
        List<ProfileValue> values = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        found.all().forEach((behaviour, observation) -> {
            if (behaviour.topic() == Topic.SCAN
                    && observation instanceof Seen seen
                    && seen.outcome().equals("OPEN")) {
                ports.add(Integer.valueOf(behaviour.name().replaceAll("\\D*(\\d+) .*", "$1")));
                values.addAll(seen.restsOn());
            }
        });
        String text = ports.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        return Cell.of(text.isEmpty() ? "none" : text, values);
    }

    private static Cell users(Findings found, List<Account> accounts) {
        List<ProfileValue> values = new ArrayList<>();
        List<String> names = new ArrayList<>();
        found.all().forEach((behaviour, observation) -> {
            if (behaviour.topic() == Topic.USERS
                    && observation instanceof Seen seen
                    && seen.tone() == Observation.Tone.GOOD) {
                String user = UsersRound.user(behaviour, accounts);
                if (!user.isEmpty()) {
                    names.add(user);
                    values.addAll(seen.restsOn());
                }
            }
        });
        return Cell.of(names.isEmpty() ? "none" : String.join(", ", names), values);
    }
}

package org.wec7emu.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.wec7emu.check.ClientEnd;
import org.wec7emu.check.Diagnosis;
import org.wec7emu.check.Grounds;
import org.wec7emu.check.Hints;
import org.wec7emu.check.client.CheckedClient;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.TransferMode;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.Position;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileValue;

/** Clients whose runs are always the same, for reports that are. */
final class Checked {
    static final List<String> CLIENT = List.of("curl", "-sS", "-m", "5", "{url}");

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String IMAGE = "CX8100_WEC7_LF_v604h_TC31_B4022.20";
    private static final String URL = "ftp://webguest:1@127.0.0.1:2121/";

    private Checked() {}

    static CheckedClient blocked() {
        return of(
                List.of(
                        connected(),
                        new DeviceEvent.DataConnectionOffered(NOON, 1, TransferMode.PASSIVE, "127.0.0.1", 49_152),
                        new DeviceEvent.DataConnectionDropped(
                                NOON,
                                1,
                                49_152,
                                OptionalLong.of(1),
                                "BlockAllRule",
                                "no rule allows it, so rule BlockAllRule blocks it")),
                new ClientEnd.Exited(28),
                "\u001b[31mcurl: (28) a timeout | <no> data & \"so on\"\u001b[0m\n");
    }

    static CheckedClient working() {
        return of(
                List.of(
                        connected(),
                        new DeviceEvent.DataConnectionOpened(NOON, 1, TransferMode.ACTIVE, 4243, 20),
                        new DeviceEvent.TransferCompleted(
                                NOON, 1, DeviceEvent.Content.LISTING, "/", 5, Duration.ofMillis(2))),
                new ClientEnd.Exited(0),
                "hello.txt\n");
    }

    /** At one and the same place, whatever is changed in the profile's file. */
    private static Grounds placed(Grounds grounds) {
        Position place = new Position(IMAGE + ".yaml", 1, 1);
        return new Grounds(grounds.values().stream()
                .map(value -> new ProfileValue(value.path(), value.text(), value.evidence(), place))
                .toList());
    }

    private static DeviceInState device() {
        try {
            return DeviceInState.of(ProfileCatalog.bundled().find(IMAGE), "ftp-ready");
        } catch (ProfileException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DeviceEvent connected() {
        return new DeviceEvent.ConnectionOpened(NOON, 1, "127.0.0.1:4242", 21);
    }

    private static CheckedClient of(List<DeviceEvent> journal, ClientEnd end, String output) {
        DeviceInState device = device();
        Diagnosis diagnosis = Diagnosis.of(journal, end);
        return new CheckedClient(
                IMAGE,
                "ftp-ready",
                "socket",
                "direct",
                List.of("curl", "-sS", "-m", "5", URL),
                NOON,
                end,
                Duration.ofMillis(5012),
                output,
                journal,
                diagnosis,
                placed(Grounds.of(diagnosis, device)),
                Hints.bundled().of(diagnosis.verdict(), CLIENT, output));
    }
}

package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.journal.TransferMode;
import org.wec7emu.path.NetworkPath;

/**
 * The table of the device's manual, live: active and passive FTP, the device's firewall on and off, and what stands on the
 * client's side. Source: CX8191 manual, chapter FTP Server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathTableTests {
    /** Clients that wait cost nothing, so all may run at once. */
    private static final int AT_A_TIME = 16;

    private final Map<PathCell, PathCell.Outcome> outcomes = new LinkedHashMap<>();

    @BeforeAll
    void runAllCells(@TempDir Path home) throws Exception {
        RealClient.CURL.assumeInstalled();
        Map<PathCell, Callable<PathCell.Outcome>> work = new LinkedHashMap<>();
        for (PathCell cell : cells()) {
            Path own = Files.createTempDirectory(home, "cell");
            work.put(cell, () -> cell.run(own));
        }
        outcomes.putAll(SideBySide.run(work, AT_A_TIME));
    }

    private static List<PathCell> cells() {
        List<PathCell> cells = new ArrayList<>();
        for (TransferMode mode : TransferMode.values()) {
            for (NetworkPath path : NetworkPath.values()) {
                for (Image image : Image.values()) {
                    cells.add(new PathCell(mode, image, true, path));
                }
            }
            for (Image image : Image.values()) {
                cells.add(new PathCell(mode, image, false, NetworkPath.DIRECT));
            }
        }
        return cells;
    }

    private String words(TransferMode mode, Image image, boolean entered, NetworkPath path) {
        return outcome(mode, image, entered, path).words();
    }

    private PathCell.Outcome outcome(TransferMode mode, Image image, boolean entered, NetworkPath path) {
        PathCell.Outcome outcome = outcomes.get(new PathCell(mode, image, entered, path));
        assertThat(outcome).isNotNull();
        return outcome;
    }

    @ParameterizedTest(name = "image {0}")
    @EnumSource
    void activeWorksWhateverTheDevicesFirewall(Image image) {
        assertThat(words(TransferMode.ACTIVE, image, true, NetworkPath.DIRECT)).isEqualTo("works");
    }

    @ParameterizedTest(name = "image {0}")
    @EnumSource
    void activeNeverArrivesAtAClientBehindANatOrFirewall(Image image) {
        for (NetworkPath path : List.of(NetworkPath.CLIENT_NAT, NetworkPath.CLIENT_FIREWALL)) {
            assertThat(words(TransferMode.ACTIVE, image, true, path))
                    .startsWith("the device's connect is lost on the client's side");
        }
    }

    @ParameterizedTest(name = "path {0}")
    @EnumSource
    void passiveIsDroppedByTheDevicesFirewall(NetworkPath path) {
        assertThat(words(TransferMode.PASSIVE, Image.V604H, true, path))
                .isEqualTo("the device's firewall drops the client's connect");
    }

    @ParameterizedTest(name = "path {0}")
    @EnumSource
    void passiveWorksOnlyWhenTheDevicesFirewallIsOff(NetworkPath path) {
        assertThat(words(TransferMode.PASSIVE, Image.BASELINE, true, path)).isEqualTo("works");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void beforeTcp20And21AreEnteredNotEvenTheGreetingArrives(TransferMode mode) {
        assertThat(words(mode, Image.V604H, false, NetworkPath.DIRECT)).endsWith("no greeting");
        assertThat(words(mode, Image.BASELINE, false, NetworkPath.DIRECT)).isEqualTo("works");
    }

    @Test
    void readmeShowsTheTableOfThisRun() throws IOException {
        List<String> table = new ArrayList<>();
        table.add(
                "| mode | `--path` | device's firewall on (v604h and later) | device's firewall off (before v604h) |");
        table.add("|---|---|---|---|");
        for (TransferMode mode : TransferMode.values()) {
            for (NetworkPath path : NetworkPath.values()) {
                table.add(row(mode, "`" + path + "`", true, path));
            }
        }
        for (TransferMode mode : TransferMode.values()) {
            table.add(row(mode, "`direct`, before TCP 20 and 21 are entered", false, NetworkPath.DIRECT));
        }
        Readme.assertGenerated("paths", table, UnaryOperator.identity());
    }

    private String row(TransferMode mode, String where, boolean entered, NetworkPath path) {
        return "| " + mode.name().toLowerCase(java.util.Locale.ROOT) + " | " + where + " | "
                + outcome(mode, Image.V604H, entered, path) + " | "
                + outcome(mode, Image.BASELINE, entered, path) + " |";
    }
}

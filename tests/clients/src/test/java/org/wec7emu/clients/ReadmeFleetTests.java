package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.firewall.enforce.Availability;
import org.wec7emu.firewall.enforce.Placement;
import org.wec7emu.firewall.enforce.nftables.NftablesEnforcer;

/** README's section on many devices shows what is really printed. */
class ReadmeFleetTests {
    private static final String SHOWN = "127.21.0.";
    private static final String HERE = "127.121.0.";

    @TempDir
    private Path home;

    @Test
    void theDevicesOfItsFileAreListedAsShown() throws Exception {
        Availability nftables = new NftablesEnforcer(new Placement(InetAddress.getByName(HERE + "1"), true)).probe();
        assumeTrue(nftables instanceof Availability.Available, () -> "needs nftables: " + nftables);
        List<String> text = Readme.block("yaml", "# hall.yaml");
        Path file = home.resolve("hall.yaml");
        Files.writeString(file, "addresses: " + HERE + "0/24\n" + String.join("\n", text) + "\n");
        Readme.Example example = Readme.example("sudo ./wec7emu fleet hall.yaml");

        try (Launcher fleet = Launcher.start(List.of("fleet", file.toString()))) {
            List<String> listed = fleet.linesUpTo(line -> line.startsWith("  line-3"));

            assertThat(withoutTime(listed))
                    .isEqualTo(withoutTime(example.output().stream()
                            .map(line -> line.replace(SHOWN, HERE))
                            .toList()));
        }
    }

    private static List<String> withoutTime(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("started in [0-9.]+ s", "started in N s"))
                .toList();
    }
}

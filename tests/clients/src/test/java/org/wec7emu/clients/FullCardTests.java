package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.device.Device;
import org.wec7emu.device.PortOffset;
import org.wec7emu.journal.DeviceEvent.ReplySent;
import org.wec7emu.journal.TransferMode;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileReader;

/** Real clients that send more than the card has room for. */
class FullCardTests {
    private static final String PROFILE = """
            extends: CX8100_WEC7_LF_v604h_TC31_B4022.20
            evidence: {grade: unknown, note: a test}
            image: {name: SMALL_CARD, synthetic: true}
            storage: {card-size: 64 KiB}
            """;

    @TempDir
    Path home;

    private Device device;

    @BeforeEach
    void start() throws Exception {
        DeviceProfile profile = ProfileReader.read(PROFILE, "small.yaml", ProfileCatalog.bundled());
        device = Device.builder(profile).portOffset(PortOffset.ANY_FREE).start();
    }

    @AfterEach
    void stop() throws Exception {
        device.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = RealClient.class,
            names = {"CURL", "FTPLIB"})
    void areToldSoAndTheOldFileStays(RealClient client) throws Exception {
        client.assumeInstalled();
        Path old = Files.writeString(device.ftpRoot().resolve("recipe.bin"), "precious");
        Path large = Files.write(home.resolve("large.bin"), new byte[1 << 20]);

        Errand upload = new Errand.Upload(large, "/recipe.bin");
        ClientRun run = ClientRun.of(client, upload, TransferMode.ACTIVE, Target.of(device), home);

        assertThat(run.exitCode()).as(run.output()).isNotZero();
        assertThat(device.journal().events(ReplySent.class))
                .extracting(ReplySent::code)
                .contains(452);
        assertThat(old).hasContent("precious");
    }

    @ParameterizedTest
    @EnumSource(
            value = RealClient.class,
            names = {"CURL", "FTPLIB"})
    void areContentWithWhatFits(RealClient client) throws Exception {
        client.assumeInstalled();
        Path small = Files.write(home.resolve("small.bin"), new byte[64 << 10]);

        Errand upload = new Errand.Upload(small, "/fits.bin");
        ClientRun run = ClientRun.of(client, upload, TransferMode.ACTIVE, Target.of(device), home);

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(device.ftpRoot().resolve("fits.bin")).hasSize(64 << 10);
    }
}

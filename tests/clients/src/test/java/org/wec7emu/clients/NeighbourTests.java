package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.device.Device;

/** Devices of other processes on the same host. */
class NeighbourTests {
    @TempDir
    Path home;

    @Test
    void leaveTheFilesAloneOfAProcessThatHasSeveralDevices() throws Exception {
        try (Device first = DeviceUnderTest.of(Image.BASELINE).start();
                Device second = DeviceUnderTest.of(Image.BASELINE).start()) {
            ClientRun neighbour = ClientRun.of(NeighbourProgram.invocation(), home);
            assertThat(neighbour.exitCode()).as(neighbour.output()).isZero();
            assertThat(first.ftpRoot()).isDirectory();
            assertThat(second.ftpRoot()).isDirectory();
        }
    }
}

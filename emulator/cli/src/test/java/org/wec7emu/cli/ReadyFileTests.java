package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** run --ready-file: a file that stands while the device does. */
class ReadyFileTests {
    @TempDir
    private Path folder;

    @Test
    void saysToAShellWhereTheDeviceAnswersAndGoesWithIt() throws Exception {
        Path ready = folder.resolve("ready");
        try (Emulator emulator = Emulator.started(folder, "--ready-file", ready.toString())) {
            assertThat(shell(". '" + ready + "'; echo $WEC7_ANSWERS $WEC7_HOST:$WEC7_PORT $WEC7_USER $WEC7_PASSWORD"))
                    .isEqualTo("yes 127.0.0.1:" + emulator.port() + " webguest 1");
            assertThat(shell(". '" + ready + "'; echo $WEC7_URL"))
                    .isEqualTo("ftp://webguest:1@127.0.0.1:" + emulator.port() + "/");

            emulator.signal("TERM");
            assertThat(emulator.exitCode()).isZero();
        }
        assertThat(folder.resolve("ready")).doesNotExist();
        assertThat(folder.resolve("ready.part")).doesNotExist();
    }

    @Test
    void saysThatADeviceAsDeliveredDoesNotAnswer() throws Exception {
        Path ready = folder.resolve("ready");
        Emulator.started(folder, "--ready-file", ready.toString(), "--state", "factory")
                .close();

        assertThat(Files.readString(ready)).contains("WEC7_ANSWERS='no'");
    }

    private static String shell(String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", script).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}

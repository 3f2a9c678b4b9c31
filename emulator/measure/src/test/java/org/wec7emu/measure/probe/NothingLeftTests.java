package org.wec7emu.measure.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.device.Device;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.measure.client.Transcript;

/** What a probe writes is gone when it ends, however it ends, and what was there stays. */
class NothingLeftTests {
    @Test
    void removesAllThatItMade() throws IOException, EnforcementException {
        try (Device device = device()) {
            fill(device);
            Findings findings = ProbedDevice.probe(device, ProbedDevice.withoutScan(device), new Transcript());

            assertThat(tree(device)).containsExactly("Docs", "Docs/a.txt", "a.txt");
            assertThat(findings.answers().remarks()).doesNotContainKey("left behind");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MKD Inner", "STOR b.txt", "RNTO b.txt", "CWD iNNER", "ABOR", "STOU", "APPE a.txt"})
    void removesItWhenInterrupted(String line) throws IOException, EnforcementException {
        try (Device device = device()) {
            fill(device);
            Transcript transcript = new Transcript(entry -> {
                if (entry.text().equals(line + "\r\n")) {
                    Thread.currentThread().interrupt();
                }
            });

            assertThatThrownBy(() -> ProbedDevice.probe(device, ProbedDevice.withoutScan(device), transcript))
                    .isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(tree(device)).containsExactly("Docs", "Docs/a.txt", "a.txt");
        }
    }

    @Test
    void leavesADirectoryOfItsNameAlone() throws IOException, EnforcementException {
        try (Device device = device()) {
            Files.createDirectory(device.ftpRoot().resolve("WEC7EMU-probe"));
            Files.createFile(device.ftpRoot().resolve("WEC7EMU-probe/a.txt"));
            Findings findings = ProbedDevice.probe(device, ProbedDevice.withoutScan(device), new Transcript());

            assertThat(tree(device)).containsExactly("WEC7EMU-probe", "WEC7EMU-probe/a.txt");
            assertThat(findings.answers().open().get("ftp.abort")).contains("no directory wec7emu-Probe can be made");
        }
    }

    private static Device device() throws IOException, EnforcementException {
        return ProbedDevice.onFreePorts(ProbedDevice.image("CX8100_WEC7_LF_v604h"))
                .services(false)
                .start();
    }

    private static void fill(Device device) throws IOException {
        Files.createDirectory(device.ftpRoot().resolve("Docs"));
        Files.createFile(device.ftpRoot().resolve("Docs/a.txt"));
        Files.createFile(device.ftpRoot().resolve("a.txt"));
    }

    private static List<String> tree(Device device) throws IOException {
        Path root = device.ftpRoot();
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> !path.equals(root))
                    .map(path -> root.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}

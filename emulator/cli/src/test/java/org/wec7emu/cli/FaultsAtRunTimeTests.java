package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code run --fault}, and the lines that {@code run --commands} obeys. */
class FaultsAtRunTimeTests {
    @TempDir
    private Path temporary;

    @Test
    void aFaultOfTheCommandLineIsOnFromTheStartAndInTheBanner() throws Exception {
        try (Emulator emulator = Emulator.started(
                        temporary, "--fault", "card-full", "--fault", "slow-link,rate=10mbit,delay=1ms");
                ControlConnection client = ControlConnection.loggedIn(emulator.port())) {
            assertThat(emulator.banner())
                    .contains("Faults    card-full (free=0): the card takes only that much more")
                    .contains("          slow-link (rate=10mbit,delay=1ms): the network is slow");
            client.command("NOOP", "200");
        }
    }

    @Test
    void linesStartAndEndFaultsWhileTheDeviceRuns() throws Exception {
        try (Emulator emulator = Emulator.started(temporary, "--commands")) {
            emulator.type("fault card-removed");
            assertThat(emulator.lineWith("FAULT")).endsWith(" FAULT card-removed: there is no card in the device");
            emulator.type("faults");
            emulator.type("nonsense");
            emulator.type("end card-removed");
            assertThat(emulator.lineWith("fault")).endsWith(" fault card-removed is over");
            emulator.type("power-cut");
            assertThat(emulator.lineWith("power")).endsWith(" the power is cut");
            emulator.lineWith("the device answers");
            ControlConnection.loggedIn(emulator.port()).close();
        }
    }

    @Test
    void linesPutTheDeviceIntoAnotherStateAndBack() throws Exception {
        try (Emulator emulator = Emulator.started(temporary, "--commands")) {
            emulator.type("reset broken");
            emulator.type("reset factory");
            assertThat(emulator.lineWith("reset")).endsWith(" the device is reset");
            assertThat(emulator.lineWith("the device answers")).endsWith(", in state factory");
            emulator.type("reset");
            assertThat(emulator.lineWith("in state ftp-ready")).endsWith(" the device answers, in state ftp-ready");
            ControlConnection.loggedIn(emulator.port()).close();
        }
    }

    @Test
    void theDeviceGoesOnWhenTheInputEnds() throws Exception {
        try (Emulator emulator = Emulator.started(temporary, "--commands")) {
            emulator.endInput();

            ControlConnection.loggedIn(emulator.port()).close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "card-ful | there is no fault 'card-ful'; there are: power-cut, restart, card-full,",
                "slow-card | slow-card needs 'rate'; write for example slow-card,rate=512KiB",
                "slow-link,rate=1gbit | slow-link: '1gbit' is not a rate, such as 9600bit, 64kbit or 10mbit",
                "slow-link,rate=101mbit | slow-link: rate is outside 8bit to 100mbit",
                "power-cut,at=3 | power-cut has no parameter 'at'; write power-cut,after=64KiB",
                "link-down,5s | link-down: '5s' is not NAME=VALUE; write for example link-down",
                "link-down,for=0s | for: a fault must last"
            })
    void oneThatCanNotBeUnderstoodIsAnErrorThatSaysWhatToWrite(String fault, String message) {
        CommandLineRun run = CommandLineRun.of("run", CommandLineRun.V604H, "--port-offset", "any", "--fault", fault);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--fault " + fault + ": " + message);
    }
}

package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** run --reg. */
class RegistryAtStartTests {
    private static final String RULES = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Beckhoff\\CxConfig\\Firewall\\Rules\\";
    /** What the manual's instructions come to. */
    private static final String READY = "[HKLM\\COMM\\FTPD]\n\"IsEnabled\"=dword:1\n\"LogSize\"=dword:1\n[" + RULES
            + "rule9]\n\"PortMin\"=dword:14\n\"PortMax\"=dword:15\n\"Protocol\"=dword:6\n\"Mask\"=dword:41\n"
            + "\"Flags\"=dword:0\n";

    @TempDir
    private Path folder;

    private Path temporary;

    @BeforeEach
    void makeDirectory() throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    @Test
    void aFileMakesADeliveredDeviceReady() throws Exception {
        Path ready = file("ready.reg", READY);

        try (Emulator emulator = Emulator.started(temporary, "--state", "factory", "--reg", ready.toString());
                ControlConnection client = ControlConnection.loggedIn(emulator.port())) {
            client.store("a.txt", "content");

            assertThat(emulator.banner())
                    .contains("state factory\nregistry " + ready + ": 7 changes entered, 1 value without effect here\n")
                    .contains("Allow ports 20 to 21 from anywhere on the public network");
            assertThat(client.receive("RETR a.txt")).isEqualTo("content");
        }
    }

    @Test
    void aFileIsEnteredAfterTheStepsOfTheState() throws Exception {
        Path closed = file("closed.reg", "[-" + RULES + "rule10]\n");

        try (Emulator emulator = Emulator.started(temporary, "--reg", closed.toString())) {
            assertThat(emulator.banner())
                    .contains("the firewall drops port 21")
                    .contains("Allow TCP port 20 ")
                    .doesNotContain("Allow TCP port 21 ");
        }
    }

    @Test
    void aDeliveredDeviceThatAFileDoesntOpenIsSaidToBeReadyInAnotherState() throws Exception {
        Path closed = file("closed.reg", "[-" + RULES + "rule3]\n");

        try (Emulator emulator = Emulator.started(temporary, "--state", "factory", "--reg", closed.toString())) {
            assertThat(emulator.banner()).contains("; --state ftp-ready is the device made ready for FTP");
        }
    }

    /** What the files would make of another state isn't known. */
    @Test
    void theStateThatAFileIsEnteredOnIsTheOnlyOneToResetTo() throws Exception {
        Path ready = file("ready.reg", READY);

        try (Emulator emulator =
                Emulator.started(temporary, "--state", "factory", "--reg", ready.toString(), "--commands")) {
            emulator.type("reset ftp-ready");
            emulator.type("reset factory");
            assertThat(emulator.lineWith("the device")).endsWith(" the device is reset");

            assertThat(emulator.lineWith("in state")).endsWith(" in state factory");
            ControlConnection.loggedIn(emulator.port()).close();
        }
    }

    @Test
    void whatTheCommandLineAllowsComesAfterTheFile() throws Exception {
        Path closed = file("closed.reg", "[-" + RULES + "rule10]\n");

        try (Emulator emulator = Emulator.started(temporary, "--reg", closed.toString(), "--allow", "tcp/21");
                ControlConnection client = ControlConnection.loggedIn(emulator.port())) {
            client.command("NOOP", "200");
        }
    }

    @Test
    void ofTwoFilesTheLastWins() throws Exception {
        Path ready = file("ready.reg", READY);
        Path off = file("off.reg", "[HKLM\\COMM\\FTPD]\n\"IsEnabled\"=dword:0\n");

        try (Emulator emulator = Emulator.started(temporary, "--reg", ready.toString(), "--reg", off.toString())) {
            assertThat(emulator.banner())
                    .contains("doesn't answer at 127.0.0.1")
                    .contains("the FTP server is off")
                    .contains("registry " + ready + ", " + off + ": 8 changes entered");
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}

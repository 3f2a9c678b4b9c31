package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** import and export. */
class RegistryCommandsTests {
    /** As a device gives it out that was made ready for FTP, with a rule that is written twice. */
    private static final String DEVICE = """
            REGEDIT4

            [HKEY_LOCAL_MACHINE\\COMM\\FTPD]
            "IsEnabled"=dword:00000001
            "AllowAnonymous"=dword:00000000
            "LogSize"=dword:00001000

            [HKEY_LOCAL_MACHINE\\SOFTWARE\\Beckhoff\\CxConfig\\Firewall\\Rules\\rule9]
            "Description"="HTTP"
            "PortMin"=dword:00000050
            "PortMax"=dword:00000050
            "Protocol"=dword:00000006
            "Mask"=dword:00000041
            "Flags"=dword:00000000

            [HKEY_LOCAL_MACHINE\\SOFTWARE\\Beckhoff\\CxConfig\\Firewall\\Rules\\rule9]
            "Description"="FTP"
            "PortMin"=dword:00000014
            "PortMax"=dword:00000015

            [HKEY_LOCAL_MACHINE\\Ident]
            "Name"="Größe"
            """;

    @TempDir
    private Path folder;

    @Test
    void importWritesAProfileThatSaysOnlyWhatDiffers() throws IOException {
        CommandLineRun run = imported();

        assertThat(run.exitCode()).as("%s", run.err()).isZero();
        assertThat(run.out()).startsWith("""
                # A device as its registry has it; only what differs from the image that it extends.
                extends: CX8100_WEC7_LF_v604h_TC31_B4022.20

                sources:
                  own-registry: {title: 'registry of the device: line 3.reg (SHA-256 """).endsWith("""
                firewall:
                  rules:
                    rule9: {allow: tcp, port: 20-21}

                ftp:
                  server-active: true
                  allow-anonymous: false

                states:
                  as-imported:
                    description: as its registry has it
                    steps: []
                  'factory': removed

                default-state: {value: as-imported, grade: inferred, note: nothing is done to the device besides}

                # Means nothing to the emulator, and is exported again as it is.
                registry:
                  'HKEY_LOCAL_MACHINE\\COMM\\FTPD':
                    - '"LogSize"=dword:00001000'
                  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Beckhoff\\CxConfig\\Firewall\\Rules\\rule9':
                    - '"Description"="FTP"'
                  'HKEY_LOCAL_MACHINE\\Ident':
                    - '"Name"="Größe"'
                """);
    }

    @Test
    void importNamesWhatHasNoEffect() throws IOException {
        String file = folder.resolve("line 3.reg").toString();

        assertThat(imported().err().lines())
                .containsExactly(
                        "wec7emu: " + file
                                + ":6:1: the FTP server has no value LogSize (Microsoft ms881875 lists those it"
                                + " has); it has no effect here",
                        "wec7emu: kept, without effect here: HKEY_LOCAL_MACHINE\\COMM\\FTPD: LogSize",
                        "wec7emu: kept, without effect here: HKEY_LOCAL_MACHINE\\SOFTWARE\\Beckhoff\\CxConfig\\Firewall"
                                + "\\Rules\\rule9: Description",
                        "wec7emu: kept, without effect here: HKEY_LOCAL_MACHINE\\Ident: Name");
    }

    @Test
    void ofManyKeysInOneALineTellsAll() throws IOException {
        StringBuilder text = new StringBuilder("REGEDIT4\n[HKLM\\COMM\\FTPD]\n\"IsEnabled\"=dword:0\n");
        for (int i = 0; i < 5; i++) {
            text.append("[HKLM\\A\\B")
                    .append(i)
                    .append("]\n\"v\"=dword:1\n\"w")
                    .append(i)
                    .append("\"=dword:1\n");
        }
        Path file = Files.writeString(folder.resolve("a.reg"), text);

        assertThat(CommandLineRun.of("import", file.toString(), "--base", "CX8100_WEC7_LF_v604h")
                        .err())
                .isEqualToNormalizingNewlines(
                        "wec7emu: kept, without effect here: 5 keys in HKEY_LOCAL_MACHINE\\A: v, w0,"
                                + " w1, w2, w3, w4\n");
    }

    @Test
    void whatIsImportedCanBeShownAndExportedAgain() throws IOException {
        Path profile = Files.writeString(folder.resolve("mine.yaml"), imported().out());

        CommandLineRun shown = CommandLineRun.of("show", profile.toString());
        String exported = new String(CommandLineRun.bytesOf("export", profile.toString()), StandardCharsets.ISO_8859_1);

        assertThat(shown.exitCode()).as("%s", shown.err()).isZero();
        assertThat(shown.out())
                .contains("State as-imported: as its registry has it")
                .containsPattern("ftp.server-active +true +observed +own-registry")
                .contains("registry of the device: line 3.reg (SHA-256 ");
        assertThat(exported.replace("\r\n", "\n"))
                .contains("\"IsEnabled\"=dword:00000001", "\"LogSize\"=dword:00001000", "\"Name\"=\"Gr\u00f6\u00dfe\"")
                .contains(
                        "\\Rules\\rule9]\n\"Description\"=\"FTP\"\n\"Verbose\"=\"Allow ports 20 to 21 from anywhere on the"
                                + " public network\"\n");
    }

    @Test
    void importIntoAFileSaysWhatItDidAndNeverReplacesOne() throws IOException {
        Path device = device();
        Path profile = folder.resolve("plc.yaml");
        String[] arguments = {
            "import", device.toString(), "--base", "CX8100_WEC7_LF_v604h", "--name", "PLC7", "--out", profile.toString()
        };

        assertThat(CommandLineRun.of(arguments).out())
                .isEqualToNormalizingNewlines(
                        profile + ": image PLC7; " + device + ": 13 changes entered, 3 values without effect here\n");
        assertThat(CommandLineRun.of(arguments).err()).contains(profile + ": it exists already; remove it, or choose");
        assertThat(CommandLineRun.of("validate", profile.toString()).out()).contains(": good: image PLC7, ");
    }

    @Test
    void ofSeveralFilesTheLastWins() throws IOException {
        Path other = Files.writeString(
                folder.resolve("off.reg"), "[HKEY_LOCAL_MACHINE\\COMM\\FTPD]\n\"IsEnabled\"=dword:0\n");

        CommandLineRun run = CommandLineRun.of(
                "import", device().toString(), other.toString(), "--base", "CX8100_WEC7_LF_v604h", "--name", "x");

        assertThat(run.out()).doesNotContain("server-active").contains("(SHA-256", "off.reg (SHA-256");
    }

    @Test
    void importSaysWhenNoFileIsAboutTheServersSwitch() throws IOException {
        Path file = Files.writeString(folder.resolve("a.reg"), "[HKEY_LOCAL_MACHINE\\Ident]\n\"Name\"=\"CX\"\n");

        assertThat(CommandLineRun.of("import", file.toString(), "--base", "CX8100_WEC7_LF_v604h")
                        .err())
                .contains(
                        "wec7emu: no file says whether the FTP server runs (IsEnabled in HKEY_LOCAL_MACHINE\\COMM\\FTPD);"
                                + " it is off here, as in CX8100_WEC7_LF_v604h_TC31_B4022.20");
    }

    @Test
    void passivePortsAreRefusedByNamingTheManual() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.reg"), "[HKEY_LOCAL_MACHINE\\COMM\\FTPD]\n\"PassivePortMin\"=dword:1388\n");

        CommandLineRun run = CommandLineRun.of("import", file.toString(), "--base", "CX8100_WEC7_LF_v604h");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith(
                        "wec7emu: " + file + ":2:1: 'PassivePortMin' can't be set: passive ports of Windows CE / WEC7"
                                + " cannot be configured (CX8191 manual, chapter FTP Server)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "5"})
    void anImagesExportIsReadBackWithNothingToSay(String form) throws IOException {
        Path file = Files.write(
                folder.resolve("a.reg"),
                CommandLineRun.bytesOf("export", CommandLineRun.V604H, "--state", "factory", "--form", form));

        CommandLineRun run = CommandLineRun.of("import", file.toString(), "--base", CommandLineRun.V604H);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).doesNotContain("\nfirewall:", "\nftp:", "\nregistry:");
    }

    @Test
    void version5IsUtf16() {
        byte[] exported = CommandLineRun.bytesOf("export", CommandLineRun.V604H, "--form", "5");

        assertThat(exported).startsWith(0xff, 0xfe);
        assertThat(new String(exported, StandardCharsets.UTF_16LE))
                .startsWith(
                        "\ufeffWindows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Beckhoff\\");
    }

    private CommandLineRun imported() throws IOException {
        return CommandLineRun.of("import", device().toString(), "--base", "CX8100_WEC7_LF_v604h");
    }

    private Path device() throws IOException {
        return Files.write(folder.resolve("line 3.reg"), DEVICE.getBytes(StandardCharsets.ISO_8859_1));
    }
}

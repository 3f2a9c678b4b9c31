package org.wec7emu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.registry.RegistryValue.Binary;
import org.wec7emu.registry.RegistryValue.Dword;
import org.wec7emu.registry.RegistryValue.ExpandText;
import org.wec7emu.registry.RegistryValue.MultiText;
import org.wec7emu.registry.RegistryValue.Text;

/** What a registry holds once a file has been entered. */
class RegistryFileTests {
    private static final String KEY = "HKEY_LOCAL_MACHINE\\COMM\\FTPD";
    private static final String VERSION_5 = "Windows Registry Editor Version 5.00\r\n\r\n";

    @Test
    void anExportOfADesktopIsUtf16() throws RegistryException {
        RegistryFile file = RegistryFile.parse(
                utf16(VERSION_5 + "[" + KEY + "]\r\n\"DefaultDir\"=\"\\\\Größe \u4e2d\"\r\n"), "a.reg");

        assertThat(file.form()).isEqualTo(RegistryForm.VERSION_5);
        assertThat(Registry.EMPTY.apply(file).value(KEY, "DefaultDir")).contains(new Text("\\Größe \u4e2d"));
    }

    @Test
    void anExportOfADeviceIsAnsi() throws RegistryException {
        RegistryFile file = RegistryFile.parse(
                ("REGEDIT4\n\n[" + KEY + "]\n\"DefaultDir\"=\"\\\\Größe\"\n").getBytes(StandardCharsets.ISO_8859_1),
                "a.reg");

        assertThat(file.form()).isEqualTo(RegistryForm.REGEDIT4);
        assertThat(Registry.EMPTY.apply(file).value(KEY, "DefaultDir")).contains(new Text("\\Größe"));
    }

    /** As people write them for devices: comments first, no header, indented, blanks around '=', short numbers. */
    @Test
    void aFileOfThoseWhoBuildImagesHasNoHeader() throws RegistryException {
        Registry registry = read("""
                ; --- made by hand ---
                [HKEY_LOCAL_MACHINE\\COMM\\FTPD]   ; the server
                    ; off
                    "IsEnabled"   =dword:0
                    "DefaultDir"  ="\\Hard Disk\\ftp"
                    "UserList"    =multi_sz:"guest", "web;guest",
                        "last"
                    @ = "default"
                """);

        assertThat(registry.value(KEY, "IsEnabled")).contains(new Dword(0));
        assertThat(registry.value(KEY, "DefaultDir")).contains(new Text("\\Hard Disk\\ftp"));
        assertThat(registry.value(KEY, "UserList")).contains(new MultiText(List.of("guest", "web;guest", "last")));
        assertThat(registry.value(KEY, "")).contains(new Text("default"));
    }

    @Test
    void textsInBytesAreAnsiInRegedit4AndUtf16InVersion5() throws RegistryException {
        Registry ansi = read("REGEDIT4\n[" + KEY
                + "]\n\"m\"=hex(7):61,00,e4,62,00,00\n\"e\"=hex(2):25,61,25,00\n\"t\"=hex(1):61,00\n");
        Registry utf16 = read(VERSION_5 + "[" + KEY + "]\r\n\"m\"=hex(7):61,00,00,00,e4,00,62,00,00,00,00,00\r\n"
                + "\"e\"=hex(2):25,00,61,00,25,00,00,00\r\n\"t\"=hex(1):61,00,00,00\r\n");

        assertThat(ansi).isEqualTo(utf16);
        assertThat(ansi.value(KEY, "m")).contains(new MultiText(List.of("a", "äb")));
        assertThat(ansi.value(KEY, "e")).contains(new ExpandText("%a%"));
        assertThat(ansi.value(KEY, "t")).contains(new Text("a"));
    }

    @Test
    void bytesGoOnInTheNextLine() throws RegistryException {
        Registry registry = read("REGEDIT4\n[" + KEY + "]\n\"b\"=hex:00,01,\\\n  02,\\  \n  ff\n\"n\"=hex:\n"
                + "\"q\"=hex(b):01,00,00,00,00,00,00,00\n\"d\"=hex(4):15,00,00,00\n");

        assertThat(registry.value(KEY, "b")).contains(new Binary(new byte[] {0, 1, 2, -1}));
        assertThat(registry.value(KEY, "n")).contains(new Binary(new byte[0]));
        assertThat(registry.value(KEY, "q")).contains(new Binary(11, new byte[] {1, 0, 0, 0, 0, 0, 0, 0}));
        assertThat(registry.value(KEY, "d")).contains(new Dword(21));
    }

    @Test
    void quotesAndBackslashesAreDoubledByABackslash() throws RegistryException {
        Registry registry = read("REGEDIT4\n[" + KEY + "]\n\"a\\\"b\\\\c\"=\"say \\\"hi\\\" in C:\\\\\"\n");

        assertThat(registry.value(KEY, "a\"b\\c")).contains(new Text("say \"hi\" in C:\\"));
    }

    @Test
    void aTextMayHaveLineEnds() throws RegistryException {
        Registry registry = read("REGEDIT4\r\n[" + KEY + "]\r\n\"a\"=\"one\r\ntwo\r\n\"\r\n\"b\"=dword:1\r\n");

        assertThat(registry.value(KEY, "a")).contains(new Text("one\r\ntwo\r\n"));
        assertThat(registry.value(KEY, "b")).contains(new Dword(1));
    }

    @Test
    void caseTellsNothingApartAndTheFirstSpellingStays() throws RegistryException {
        Registry registry = read("REGEDIT4\n[" + KEY + "]\n\"IsEnabled\"=dword:1\n"
                + "[HKEY_local_machine\\comm\\ftpd]\n\"ISENABLED\"=dword:0\n");

        assertThat(registry.keys()).singleElement().satisfies(key -> {
            assertThat(key.path()).isEqualTo(KEY);
            assertThat(key.values()).containsOnlyKeys("IsEnabled").containsValue(new Dword(0));
        });
    }

    @Test
    void shortNamesOfRootsAreWrittenOut() throws RegistryException {
        assertThat(read("REGEDIT4\n[HKLM\\COMM\\FTPD]\n\"a\"=dword:1\n").value(KEY, "a"))
                .contains(new Dword(1));
    }

    /** As in a published file that has two rules under the key of one: entering it leaves the second. */
    @Test
    void ofTwoKeysOfTheSameNameTheLastValuesWin() throws RegistryException {
        Registry registry = read("""
                REGEDIT4
                [HKEY_LOCAL_MACHINE\\Rules\\rule14]
                "Description"="first"
                "PortMin"=dword:000001bd
                "OnlyInTheFirst"=dword:1
                [HKEY_LOCAL_MACHINE\\Rules\\rule14]
                "Description"="second"
                "PortMin"=dword:000014ed
                """);

        assertThat(registry.key("HKEY_LOCAL_MACHINE\\Rules\\rule14")
                        .orElseThrow()
                        .values())
                .containsEntry("Description", new Text("second"))
                .containsEntry("PortMin", new Dword(5357))
                .containsEntry("OnlyInTheFirst", new Dword(1));
    }

    @Test
    void aDeletedKeyTakesThoseBelowWithIt() throws RegistryException {
        Registry before =
                read("REGEDIT4\n[HKLM\\A]\n\"v\"=dword:1\n[HKLM\\A\\B]\n[HKLM\\A\\B\\C]\n[HKLM\\AB]\n[HKLM\\A-B]\n");

        Registry after = before.apply(file("REGEDIT4\n[-hklm\\a]\n"));

        assertThat(after.keys())
                .extracting(RegistryKey::path)
                .containsExactly("HKEY_LOCAL_MACHINE\\AB", "HKEY_LOCAL_MACHINE\\A-B");
        assertThat(before.keys()).hasSize(5);
    }

    @Test
    void aDeletedValueIsGoneAndMayComeAgain() throws RegistryException {
        Registry before = read("REGEDIT4\n[" + KEY + "]\n\"a\"=dword:1\n\"b\"=dword:2\n@=\"d\"\n");

        Registry after = before.apply(file("REGEDIT4\n[" + KEY + "]\n\"A\"=-\n\"b\" = -\n@=-\n\"b\"=dword:3\n"));

        assertThat(after.key(KEY).orElseThrow().values()).isEqualTo(Map.of("b", new Dword(3)));
    }

    @Test
    void aValueKnowsWhereItWasSet() throws RegistryException {
        Registry registry = read("REGEDIT4\n\n[" + KEY + "]\n  \"a\"=dword:1\n\"a\"=dword:2\n");

        assertThat(registry.place(KEY, "a")).isEqualTo("mine.reg:5:1");
        assertThat(registry.place(KEY, "none")).isEqualTo("mine.reg:3:1");
        assertThat(registry.place("HKEY_LOCAL_MACHINE\\none", "a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void linesEndAsTheyLike(String lineEnd) throws RegistryException {
        String text = "REGEDIT4\n\n[" + KEY + "]\n\"a\"=hex:01,\\\n 02\n; a comment\n\"b\"=dword:1";

        assertThat(read(text.replace("\n", lineEnd))).isEqualTo(read(text));
    }

    private static Registry read(String text) throws RegistryException {
        return Registry.EMPTY.apply(file(text));
    }

    private static RegistryFile file(String text) throws RegistryException {
        return RegistryFile.parse(text.getBytes(StandardCharsets.ISO_8859_1), "mine.reg");
    }

    private static byte[] utf16(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {-1, -2});
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_16LE));
        return bytes.toByteArray();
    }
}

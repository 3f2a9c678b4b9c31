package org.wec7emu.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake in a registry file is named with file, line and column, and what to do. */
class BrokenRegistryFilesTests {
    private static final String START = "REGEDIT4\n[HKEY_LOCAL_MACHINE\\COMM]\n";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "[HKEY_LOCAL_MACHINE\\COMM|3:1: this key has no ']' at its end; add it (the file ends here,",
                "[COMM\\FTPD]|3:1: a key's path begins with a root, one of: HKEY_LOCAL_MACHINE, ",
                "[HKEY_LOCAL_MACHINE\\\\COMM]|3:1: a key's path has single backslashes, and none at its end",
                "[HKEY_LOCAL_MACHINE\\COMM\\]|3:1: a key's path has single backslashes, and none at its end",
                "[-HKEY_LOCAL_MACHINE]|3:1: a whole root can't be deleted; name the keys below it",
                "[-HKLM\\A]~\"a\"=dword:1|4:1: a value below a key that is deleted; remove one of the two",
                "a=dword:1|3:1: neither a key in brackets nor a value with its name in quotes; a comment begins with ';'",
                "IF BSP_CX|3:1: a condition of the build of an image; keep the lines that hold for the image",
                "\"a\" dword:1|3:5: '=' is missing behind the value's name; write it",
                "\"a|3:1: this text has no quote at its end; add it, and double a backslash before it (the file ends",
                "\"a=dword:1~\"b\"=dword:1|3:1: this text has no quote at its end; add it",
                "\"a\"=\"text|3:5: this text has no quote at its end; add it, and double a backslash before it (the file",
                "\"a\"=\"C:\\\"~\"b\"=dword:1|3:5: this text has no quote at its end; add it, and double a backslash",
                "\"a\"=|3:5: no value that is known here; write \"text\", dword:, hex:, hex(N): or multi_sz:",
                "\"a\"=word:1|3:5: no value that is known here",
                "\"a\"=hex(x):1|3:5: no value that is known here",
                "\"a\"=hex(-1):1|3:5: no value that is known here",
                "\"a\"=dword:|3:11: no number; a dword has 1 to 8 hexadecimal digits, as in dword:00000015 for 21",
                "\"a\"=dword:123456789|3:11: no number; a dword has 1 to 8",
                "\"a\"=dword:0x15|3:12: something stands behind the value; remove it, or write ';' before it",
                "\"a\"=hex:0,1,g|3:13: no byte; one has two hexadecimal digits",
                "\"a\"=hex:00 01|3:12: something stands behind the value",
                "\"a\"=hex:00,~\"b\"=dword:1|3:12: no byte; one has two hexadecimal digits, commas stand between them",
                "\"a\"=hex:00,\\|3:13: a byte is missing (the file ends here, so it may be truncated)",
                "\"a\"=hex(4):00|3:5: 1 bytes are no number; hex(4) has 4",
                "\"a\"=multi_sz:one|3:14: a text in quotes is missing; write multi_sz:\"one\",\"two\"",
                "\"a\"=\"b\" c|3:9: something stands behind the value",
            })
    void isNamedWithItsPlace(String lines, String expected) {
        assertRefused(START + lines.replace('~', '\n'), "mine.reg:" + expected);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|1:1: there is nothing in this file; a registry file has keys, as in [HKEY_LOCAL_MACHINE\\COMM\\FTPD]",
                "~ ; only a comment~|3:1: there is nothing in this file",
                "REGEDIT5~|1:1: a version of registry files that is not known here; it reads 'REGEDIT4' and",
                "firewall: {}|1:1: this is no registry file; one begins with 'REGEDIT4',",
                "REGEDIT4~\"a\"=dword:1|2:1: a value stands before the first key; write the key above it",
            })
    void soIsAFileThatIsNone(String text, String expected) {
        assertRefused(text.replace('~', '\n'), "mine.reg:" + expected);
    }

    @Test
    void allMistakesAreListedInTheirOrder() {
        RegistryException refused = catchThrowableOfType(
                RegistryException.class, () -> parse(START + "\"a\"=1\n\"b\"=dword:1\n\"c\n[x]\n\"d\"=dword:1\n"));

        assertThat(refused.mistakes())
                .extracting(mistake -> mistake.substring(0, mistake.indexOf(": ")))
                .containsExactly("mine.reg:3:5", "mine.reg:5:1", "mine.reg:6:1");
    }

    @Test
    void ofManyMistakesTheFirstFiftyAreListed() {
        RegistryException refused =
                catchThrowableOfType(RegistryException.class, () -> parse(START + "x\n".repeat(80)));

        assertThat(refused.mistakes()).hasSize(51).last().isEqualTo("mine.reg: and 30 more mistakes; mend these first");
    }

    @Test
    void halfACharacterAtTheEndIsATruncatedFile() {
        byte[] bytes = {-1, -2, 'R'};

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> RegistryFile.parse(bytes, "mine.reg"))
                .withMessageContaining(
                        "mine.reg:1:1: UTF-16 with half a character at its end; the file may be truncated");
    }

    @Test
    void anOddNumberOfBytesIsNoTextOfVersion5() {
        assertRefused(
                "Windows Registry Editor Version 5.00\n[HKEY_LOCAL_MACHINE\\COMM]\n\"a\"=hex(7):61,00,00\n",
                "mine.reg:3:5: 3 bytes are no text: it has two a character in this form of file; write one more or one");
    }

    @Test
    void aHugeFileIsRefused() {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> RegistryFile.parse(new byte[RegistryFile.LARGEST + 1], "mine.reg"))
                .withMessage("mine.reg:1:1: larger than 8 MiB; export the keys that matter alone, such as"
                        + " HKEY_LOCAL_MACHINE\\COMM");
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("none.reg");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> RegistryFile.read(file))
                .withMessage(file + ": there is no such file");
    }

    private static void assertRefused(String text, String expected) {
        RegistryException refused = catchThrowableOfType(RegistryException.class, () -> parse(text));

        assertThat(refused).as("nothing was refused").isNotNull();
        assertThat(refused.mistakes()).hasSize(1);
        assertThat(refused.mistakes().get(0)).startsWith(expected);
    }

    private static RegistryFile parse(String text) throws RegistryException {
        return RegistryFile.parse(text.getBytes(StandardCharsets.ISO_8859_1), "mine.reg");
    }
}

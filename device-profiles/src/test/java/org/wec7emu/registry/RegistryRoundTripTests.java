package org.wec7emu.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.registry.RegistryValue.Binary;
import org.wec7emu.registry.RegistryValue.Text;

/** What is written is read as it was. */
class RegistryRoundTripTests {
    private static final int ROUNDS = 3000;
    private static final String KEY = "HKEY_LOCAL_MACHINE\\COMM\\FTPD";

    @ParameterizedTest
    @EnumSource(
            value = RegistryForm.class,
            names = {"VERSION_5", "REGEDIT4"})
    void everyRegistryIsReadAsItWasWritten(RegistryForm form) throws RegistryException {
        RandomRegistries registries = new RandomRegistries(7, form);
        for (int round = 0; round < ROUNDS; round++) {
            Registry registry = registries.next();

            byte[] bytes = RegistryText.bytes(registry.keys(), form);

            RegistryFile file = RegistryFile.parse(bytes, "a.reg");
            assertThat(file.form()).isEqualTo(form);
            assertThat(Registry.EMPTY.apply(file)).isEqualTo(registry);
            assertThat(RegistryText.bytes(Registry.EMPTY.apply(file).keys(), form))
                    .isEqualTo(bytes);
        }
    }

    @Test
    void version5IsUtf16WithAMarkAndTheLineEndsOfWindows() {
        byte[] bytes = RegistryText.bytes(keys("ä", new Text("€")), RegistryForm.VERSION_5);

        assertThat(bytes).startsWith(0xff, 0xfe);
        assertThat(new String(bytes, StandardCharsets.UTF_16LE))
                .isEqualTo("\ufeffWindows Registry Editor Version 5.00\r\n\r\n[" + KEY + "]\r\n\"ä\"=\"€\"\r\n");
    }

    @Test
    void regedit4IsInTheAnsiCodePage() {
        byte[] bytes = RegistryText.bytes(keys("ä", new Text("€")), RegistryForm.REGEDIT4);

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .isEqualTo("REGEDIT4\r\n\r\n[" + KEY + "]\r\n\"\u00e4\"=\"\u0080\"\r\n");
    }

    @Test
    void noLineOfBytesIsLongerThanEightyCharacters() {
        String text = RegistryText.of(keys("bytes", new Binary(new byte[100])));

        assertThat(text.lines()).hasSize(8).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void aNumberBehindAVeryLongNameStaysWhole() throws RegistryException {
        List<RegistryKey> keys = keys("n".repeat(100), new RegistryValue.Dword(21));

        RegistryFile file = RegistryFile.parse(RegistryText.bytes(keys, RegistryForm.REGEDIT4), "a.reg");

        assertThat(Registry.EMPTY.apply(file)).isEqualTo(Registry.of(keys));
    }

    @Test
    void whatRegedit4HasNoCharacterForIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegistryText.bytes(keys("Name", new Text("\u4e2d")), RegistryForm.REGEDIT4))
                .withMessage(
                        "value Name of " + KEY + " can't be written: the character U+4E2D isn't in windows-1252, the"
                                + " code page of REGEDIT4");
    }

    @Test
    void aNameThatNoFileCanHaveIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegistryText.of(keys("a\nb", new Text(""))))
                .withMessageContaining("its name has a control character");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegistryText.of(List.of(new RegistryKey(KEY + "\\a]  ;b", "", Map.of()))))
                .withMessageContaining("a key's name can't have ']' in it where a line may end");
    }

    private static List<RegistryKey> keys(String name, RegistryValue value) {
        return List.of(new RegistryKey(KEY, "", Map.of(name, value)));
    }
}

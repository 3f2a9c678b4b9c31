package org.wec7emu.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever becomes of a file's bytes, it is either read or refused with lines that a person understands. */
class MutatedRegistryFilesTests {
    private static final int ROUNDS = 6000;
    private static final Pattern MISTAKE =
            Pattern.compile("mutant\\.reg:[0-9]+:[0-9]+: .{10,}|mutant\\.reg: and [0-9]+ more .*");
    private static final Pattern NOISE = Pattern.compile("Exception|null$|java\\.");
    private static final String[] FRAGMENTS = {
        "[",
        "]",
        "[-",
        "\"",
        "\\",
        "\\\r\n",
        "=",
        "=-",
        "@=",
        ";",
        ",",
        ":",
        "hex(7):",
        "hex(2):",
        "hex(4):",
        "hex:",
        "dword:",
        "multi_sz:",
        "\0",
        "\r",
        "\n",
        "HKLM\\",
        "REGEDIT4\r\n",
        "\uFEFF",
        "\uD800",
        "IF X\r\n",
        "-",
    };

    @ParameterizedTest
    @EnumSource(
            value = RegistryForm.class,
            names = {"VERSION_5", "REGEDIT4"})
    void areReadOrRefusedInWords(RegistryForm form) {
        RandomRegistries registries = new RandomRegistries(11, form);
        Random random = new Random(13);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutant = RegistryText.bytes(registries.next().keys(), form);
            for (int i = random.nextInt(4); i >= 0; i--) {
                mutant = mutate(mutant, random, form);
            }
            read += isRead(mutant, form) ? 1 : 0;
        }
        assertThat(read).isBetween(ROUNDS / 20, ROUNDS * 9 / 10);
    }

    /** What is read can be written again, in the form that has all characters. */
    private static boolean isRead(byte[] mutant, RegistryForm form) {
        try {
            Registry registry = Registry.EMPTY.apply(RegistryFile.parse(mutant, "mutant.reg"));
            byte[] written = RegistryText.bytes(registry.keys(), RegistryForm.VERSION_5);
            assertThat(Registry.EMPTY.apply(RegistryFile.parse(written, "again.reg")))
                    .isEqualTo(registry);
            return true;
        } catch (RegistryException e) {
            assertThat(e.mistakes())
                    .isNotEmpty()
                    .allSatisfy(mistake -> assertThat(mistake).matches(MISTAKE).doesNotContainPattern(NOISE));
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            return fail("these bytes made the reader stumble, as " + form + ": " + Arrays.toString(mutant), e);
        }
    }

    private static byte[] mutate(byte[] bytes, Random random, RegistryForm form) {
        // Seldom in the middle of a character, behind which nothing could be read.
        int step = form == RegistryForm.VERSION_5 && random.nextInt(4) > 0 ? Character.BYTES : 1;
        int from = random.nextInt(bytes.length / step + 1) * step;
        int to = Math.min(bytes.length, from + (1 + random.nextInt(40)) * step);
        byte[] start = Arrays.copyOf(bytes, from);
        return switch (random.nextInt(6)) {
            case 0 -> joined(start, new byte[0], Arrays.copyOfRange(bytes, to, bytes.length));
            case 1, 2 -> joined(start, fragment(random, form), Arrays.copyOfRange(bytes, from, bytes.length));
            case 3 ->
                joined(start, new byte[] {(byte) random.nextInt(256)}, Arrays.copyOfRange(bytes, to, bytes.length));
            case 4 -> joined(Arrays.copyOf(bytes, to), new byte[0], Arrays.copyOfRange(bytes, from, bytes.length));
            default -> start;
        };
    }

    private static byte[] fragment(Random random, RegistryForm form) {
        String fragment = FRAGMENTS[random.nextInt(FRAGMENTS.length)];
        return form == RegistryForm.VERSION_5 ? form.encode(fragment) : fragment.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] start, byte[] middle, byte[] end) {
        byte[] all = Arrays.copyOf(start, start.length + middle.length + end.length);
        System.arraycopy(middle, 0, all, start.length, middle.length);
        System.arraycopy(end, 0, all, start.length + middle.length, end.length);
        return all;
    }
}

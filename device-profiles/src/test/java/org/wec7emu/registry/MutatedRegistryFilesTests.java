package org.wec7emu.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever becomes of a file's bytes, it is either read or refused with lines that a person understands. */
class MutatedRegistryFilesTests {
    private static final int ROUNDS = 6000;
    private static final Pattern MISTAKE =
            Pattern.compile("mutant\\.reg:[0-9]+:[0-9]+: .{10,}|mutant\\.reg: and [0-9]+ more .*");
    private static final Pattern NOISE = Pattern.compile("Exception|null$|java\\.");

    @ParameterizedTest
    @EnumSource(
            value = RegistryForm.class,
            names = {"VERSION_5", "REGEDIT4"})
    void areReadOrRefusedInWords(RegistryForm form) {
        RandomRegistries registries = new RandomRegistries(11, form);
        Mutations mutations = new Mutations(13, form);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutant = mutations.of(RegistryText.bytes(registries.next().keys(), form));
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
}

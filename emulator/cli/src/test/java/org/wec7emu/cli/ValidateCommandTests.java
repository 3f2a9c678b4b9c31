package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** validate. */
class ValidateCommandTests {
    private static final String GOOD = """
            extends: CX8100_WEC7_LF_v604h_TC31_B4022.20
            image:
              evidence: {grade: unknown, note: of a test}
              name: MY_DEVICE
              synthetic: true
            """;

    @TempDir
    private Path folder;

    @Test
    void aGoodProfileIsNamedGood() throws IOException {
        Path file = Files.writeString(folder.resolve("good.yaml"), GOOD);

        CommandLineRun run = CommandLineRun.of("validate", file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith(file + ": good: image MY_DEVICE, ");
    }

    @Test
    void everyMistakeHasItsPlaceAndIsMarkedThere() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.yaml"),
                GOOD + "firewall:\n  enabled: {value: perhaps, grade: unknown, note: of a test}\nfptp: 1\n");

        CommandLineRun run = CommandLineRun.of("validate", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().map(line -> line.replaceFirst("([0-9]: ).*", "$1")))
                .containsExactly(
                        file + ":7:20: ",
                        "      enabled: {value: perhaps, grade: unknown, note: of a test}",
                        "                       ^^^^^^^",
                        file + ":8:1: ",
                        "    fptp: 1",
                        "    ^^^^");
    }

    @Test
    void allFilesAreLookedAt() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "extends: NOTHING\n");
        Path good = Files.writeString(folder.resolve("good.yaml"), GOOD);

        CommandLineRun run = CommandLineRun.of("validate", bad.toString(), good.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith(bad + ":1:10: ");
        assertThat(run.out()).startsWith(good + ": good");
    }

    @Test
    void aFileThatIsNotThereIsBadInput() {
        Path missing = folder.resolve("missing.yaml");

        CommandLineRun run = CommandLineRun.of("validate", missing.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("wec7emu: " + missing + ": there is no such file" + System.lineSeparator());
    }

    @Test
    void aFolderIsBadInput() {
        CommandLineRun run = CommandLineRun.of("validate", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("wec7emu: " + folder + ": can't be read: ");
    }
}

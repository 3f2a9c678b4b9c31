package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** --profiles and WEC7_PROFILES. */
class ProfilesOptionTests {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"show", "firewall", "export"})
    void aProfileOfTheDirectoryIsFoundByItsName(String command) throws IOException {
        write("PLANT_7");

        CommandLineRun run = CommandLineRun.of(command, "plant", "--profiles", folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(command.equals("export") ? "CxConfig" : "Image PLANT_7");
    }

    @Test
    void imagesListsItAndLeavesOutWhatIsBroken() throws IOException {
        write("PLANT_7");
        Path broken = write("PLANT_8");
        Files.writeString(broken, Files.readString(broken) + "fptp: 1\n");

        CommandLineRun run = CommandLineRun.of("images", "--profiles", folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("PLANT_7 ").doesNotContain("PLANT_8 ");
        assertThat(run.err())
                .isEqualTo("wec7emu: left out: " + broken + ":4:1: unknown key 'fptp'; did you mean 'ftp'?"
                        + System.lineSeparator());
    }

    @Test
    void aFileThatExtendsOneOfTheDirectoryIsValid() throws IOException {
        write("PLANT_7");
        Path mine = Files.writeString(
                folder.resolve("mine.txt"),
                "extends: PLANT_7\nimage: {name: {value: MINE, grade: unknown, note: a test}}\n");

        CommandLineRun run = CommandLineRun.of("validate", mine.toString(), "--profiles", folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith(mine + ": good: image MINE");
    }

    @Test
    void aMissingDirectoryIsBadInput() {
        CommandLineRun run =
                CommandLineRun.of("images", "--profiles", folder.resolve("no").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("wec7emu: profiles directory " + folder.resolve("no") + ": there is no such directory"
                        + System.lineSeparator());
    }

    @Test
    void theVariableIsAPathListThatComesFirst() throws Exception {
        assertThat(ProfilesOption.directories(
                        "/a" + File.pathSeparator + File.pathSeparator + "/b", List.of("/c", "/a/../a")))
                .containsExactly(Path.of("/a"), Path.of("/b"), Path.of("/c"));
        assertThat(ProfilesOption.directories(null, List.of())).isEmpty();
    }

    @Test
    void theProgramObeysTheVariable() throws Exception {
        write("PLANT_7");
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "show",
                "PLANT");
        program.environment().put(ProfilesOption.VARIABLE, folder.toString());
        Path out = folder.resolve("out.txt");
        Process process =
                program.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(out).content().startsWith("Image PLANT_7");
    }

    private Path write(String name) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".yaml"),
                "extends: CX8100_WEC7_LF_v604h_TC31_B4022.20\nevidence: {grade: unknown, note: a test}\nimage: {name: "
                        + name + "}\n");
    }
}

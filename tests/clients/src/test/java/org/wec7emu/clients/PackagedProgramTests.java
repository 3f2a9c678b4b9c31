package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build leaves for the launcher: without any of it a start would work as well, only slower. */
class PackagedProgramTests {
    private static final Path APPLICATION = Launcher.checkout().resolve("emulator/cli/target/wec7emu");

    @TempDir
    Path home;

    @Test
    void theClassArchiveFitsTheProgramAndItsJvm() throws Exception {
        ClientRun version = ClientRun.of(
                new Invocation(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xshare:on", // fails where the archive can't be used
                                "-XX:SharedArchiveFile=" + APPLICATION.resolve("wec7emu.jsa"),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                APPLICATION.resolve("wec7emu.jar").toString(),
                                "--version"),
                        ""),
                home);

        assertThat(version.output()).startsWith("wec7emu ");
        assertThat(version.exitCode()).isZero();
    }

    @Test
    void jnasOwnLibraryLiesReady() {
        for (String platform : List.of("linux-x86-64", "linux-aarch64")) {
            assertThat(Files.isRegularFile(APPLICATION
                            .resolve("native/com/sun/jna")
                            .resolve(platform)
                            .resolve("libjnidispatch.so")))
                    .as(platform)
                    .isTrue();
        }
    }
}

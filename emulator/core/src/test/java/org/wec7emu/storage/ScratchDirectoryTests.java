package org.wec7emu.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A temporary directory that goes with its process. */
class ScratchDirectoryTests {
    private static final String TEMPORARY = "java.io.tmpdir";

    @TempDir
    private Path temporary;

    private final String usual = System.getProperty(TEMPORARY);
    private Process holder;

    @BeforeEach
    void useOwnTemporaryDirectory() {
        System.setProperty(TEMPORARY, temporary.toString());
    }

    @AfterEach
    void tidyUp() throws Exception {
        System.setProperty(TEMPORARY, usual);
        if (holder != null) {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void isRemovedWithAllInItWhenClosed() throws IOException {
        ScratchDirectory scratch = ScratchDirectory.create();
        Files.createDirectories(scratch.path().resolve("a/b"));
        Files.writeString(scratch.path().resolve("a/b/c"), "content");

        scratch.close();

        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void whatItsLinksPointToIsKept() throws IOException {
        Path precious = Files.writeString(temporary.resolve("precious"), "content");
        ScratchDirectory scratch = ScratchDirectory.create();
        Files.createSymbolicLink(scratch.path().resolve("link"), precious);
        Files.createSymbolicLink(scratch.path().resolve("folder"), temporary);

        scratch.close();

        assertThat(precious).exists();
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scratch.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void oneOfAKilledProcessIsRemovedByTheNext() throws Exception {
        Path left = heldByAnotherProcess();
        Files.writeString(left.resolve("upload.bin"), "half");
        holder.destroyForcibly().waitFor();
        assertThat(left).as("what kill -9 leaves").isDirectory();

        try (ScratchDirectory next = ScratchDirectory.create()) {
            assertThat(left).doesNotExist();
            assertThat(next.path()).isDirectory();
        }
    }

    @Test
    void oneOfALiveProcessIsLeftAlone() throws Exception {
        Path held = heldByAnotherProcess();

        try (ScratchDirectory next = ScratchDirectory.create()) {
            assertThat(held).isDirectory().isNotEqualTo(next.path());
        }

        holder.getOutputStream().close();
        assertThat(holder.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(held).as("after an orderly end").doesNotExist();
    }

    @Test
    void oneOfThisProcessIsLeftAlone() throws IOException {
        try (ScratchDirectory first = ScratchDirectory.create();
                ScratchDirectory second = ScratchDirectory.create()) {
            assertThat(first.path()).isDirectory().isNotEqualTo(second.path());
        }
    }

    @Test
    void directoriesThatOnlyLookLikeOneAreLeftAlone() throws IOException {
        Path foreign = Files.createDirectory(temporary.resolve("wec7emu-notes"));
        Files.writeString(foreign.resolve("notes.txt"), "mine");

        ScratchDirectory.create().close();

        assertThat(foreign.resolve("notes.txt")).exists();
    }

    private Path heldByAnotherProcess() throws IOException {
        holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScratchHolder.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        return Path.of(output.readLine());
    }
}

package org.wec7emu.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Symbolic links of the host aren't there for the device. */
class SymbolicLinkTests {
    @TempDir
    private Path host;

    private Path root;
    private FileArea area;

    @BeforeEach
    void link() throws IOException {
        root = Files.createDirectory(host.resolve("root"));
        Path outside = Files.createDirectory(host.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(root.resolve("file"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("folder"), outside);
        Files.createSymbolicLink(root.resolve("broken"), host.resolve("nowhere"));
        Files.createSymbolicLink(root.resolve("self"), root);
        area = Storages.area(root);
    }

    @Test
    void areNotFound() {
        assertThat(area.find(path("file"))).isEmpty();
        assertThat(area.find(path("folder"))).isEmpty();
        assertThat(area.find(path("broken"))).isEmpty();
    }

    @Test
    void areNotFoundInAnotherCaseEither() {
        assertThat(area.find(path("FILE"))).isEmpty();
        assertThat(area.find(path("FOLDER"))).isEmpty();
    }

    @Test
    void areNotListed() throws IOException {
        assertThat(area.list(VirtualPath.ROOT)).isEmpty();
    }

    @Test
    void areNotWrittenThrough() {
        assertThat(area.place(path("file"))).isEmpty();
        assertThat(area.place(path("broken"))).isEmpty();
        assertThat(area.place(path("folder"))).isEmpty();
    }

    @Test
    void areNotFollowedInTheMiddleOfAPath() {
        assertThat(area.find(path("folder/secret.txt"))).isEmpty();
        assertThat(area.place(path("folder/new.txt"))).isEmpty();
        assertThat(area.find(path("self/self/file"))).isEmpty();
        assertThat(area.place(path("Folder/new.txt"))).isEmpty();
    }

    private static VirtualPath path(String text) {
        return VirtualPath.ROOT.resolve(text);
    }
}

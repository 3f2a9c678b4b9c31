package org.wec7emu.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wec7emu.profile.Profiles;
import org.wec7emu.storage.FileArea.Hidden;

/** Whatever path a client names: nothing outside of its directory is found, read, named or made. */
class PathFuzzTests {
    private static final String SECRET = "secret of another";
    private static final Path HOST = furnished();
    private static final Path ROOT = HOST.resolve("root");
    private static final FileArea AREA = area();

    private static Path furnished() {
        try {
            Path host = Files.createTempDirectory("wec7emu-fuzz-").toRealPath();
            Files.createDirectories(host.resolve("root/sub/deeper"));
            Files.createDirectories(host.resolve("outside"));
            Files.writeString(host.resolve("outside/secret.txt"), SECRET);
            Files.writeString(host.resolve("secret.txt"), SECRET);
            Files.writeString(host.resolve("root/a.txt"), "in the root");
            for (String directory : List.of("root", "root/sub")) {
                Files.createSymbolicLink(host.resolve(directory + "/link"), host.resolve("outside/secret.txt"));
                Files.createSymbolicLink(host.resolve(directory + "/folder"), host.resolve("outside"));
                Files.createSymbolicLink(host.resolve(directory + "/loop"), Path.of("loop"));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(host)));
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileArea area() {
        try {
            DeviceStorage storage =
                    DeviceStorage.create(Profiles.image().storage(), "\\Hard Disk\\ftp\\", Optional.of(ROOT));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(storage)));
            return storage.area("\\Hard Disk\\ftp\\", List.of(), Hidden.SEEN, Charset.forName("windows-1252"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(DeviceStorage storage) {
        try {
            storage.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param bytes the working directory and the argument of a command, each in a line */
    @FuzzTest
    void anyPath(byte[] bytes) throws IOException {
        String[] lines = (new String(bytes, StandardCharsets.ISO_8859_1) + "\n").split("\n", -1);
        VirtualPath path = VirtualPath.ROOT.resolve(lines[0]).resolve(lines[1]);
        for (Optional<Path> found :
                List.of(AREA.find(path), AREA.findDirectory(path), AREA.findFile(path), AREA.place(path))) {
            found.ifPresent(PathFuzzTests::liesBelowTheRoot);
        }
        if (AREA.findDirectory(path).isPresent()) {
            assertThat(AREA.list(path)).extracting(FileArea.Entry::name).isSubsetOf("sub", "deeper", "a.txt");
        }
        if (AREA.findFile(path).isPresent()) {
            try (FileChannel file = AREA.read(path)) {
                assertThat(file.size()).isEqualTo("in the root".length());
            }
        }
        makeAndRemove(path);
    }

    private static void makeAndRemove(VirtualPath path) throws IOException {
        if (AREA.find(path).isPresent() || AREA.place(path).isEmpty()) {
            return;
        }
        AREA.changes().makeDirectory(path);
        assertThat(AREA.findDirectory(path)).isPresent();
        AREA.changes().removeDirectory(path);
        assertThat(AREA.find(path)).isEmpty();
        try (Stream<Path> outside = Files.list(HOST)) {
            assertThat(outside).hasSize(3);
        }
        assertThat(HOST.resolve("outside")).isDirectoryNotContaining(file -> !file.endsWith("secret.txt"));
    }

    private static void liesBelowTheRoot(Path found) {
        assertThat(found.normalize()).isEqualTo(found);
        assertThat(found).startsWithRaw(ROOT);
        for (Path step = found; !step.equals(ROOT); step = step.getParent()) {
            assertThat(step).matches(part -> !Files.isSymbolicLink(part), "is no link");
        }
    }
}

package org.wec7emu.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files that a conversation with a device starts from. */
final class Scene {
    private Scene() {}

    /** Puts {@code readme.txt}, {@code Docs/a.txt} and {@code Docs/b.bin} into a directory, and nothing else. */
    static void set(Path root) throws IOException {
        clear(root);
        Path docs = Files.createDirectory(root.resolve("Docs"));
        Files.writeString(root.resolve("readme.txt"), "hello\r\n");
        Files.writeString(docs.resolve("a.txt"), "a");
        Files.writeString(docs.resolve("b.bin"), "b");
    }

    /** The names in a directory. */
    static List<String> names(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static void clear(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(root)) {
                    Files.delete(each);
                }
            }
        }
    }
}

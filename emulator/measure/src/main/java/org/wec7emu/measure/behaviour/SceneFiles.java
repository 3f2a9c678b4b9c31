package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A {@link Scene} as files of the host. */
final class SceneFiles {
    /** Morning and evening, so that clocks of 12 and of 24 hours can be told apart. */
    private static final LocalDateTime EVENING = LocalDateTime.of(2026, 1, 2, 20, 34);

    private SceneFiles() {}

    /** Makes what isn't there. */
    static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.resolve(Scene.FOLDER));
        Files.createDirectory(folder.resolve(Scene.EMPTY));
        file(folder.resolve(Scene.FILE), Scene.CONTENT);
        file(folder.resolve(Scene.LINES), Scene.LINES_CONTENT);
        file(folder.resolve(Scene.OTHER), Scene.CONTENT);
        file(folder.resolve(Scene.FOLDER).resolve(Scene.INNER), Scene.CONTENT);
        for (String name : new String[] {Scene.FOLDER, Scene.EMPTY}) {
            Files.setLastModifiedTime(folder.resolve(name), evening());
        }
    }

    private static void file(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, evening());
    }

    private static FileTime evening() {
        return FileTime.from(EVENING.atZone(ZoneId.systemDefault()).toInstant());
    }
}

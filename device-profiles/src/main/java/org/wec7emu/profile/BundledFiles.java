package org.wec7emu.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The files that are packaged with the emulator, in {@code org/wec7emu/profiles}. */
final class BundledFiles {
    private static final String FOLDER = "/org/wec7emu/profiles/";
    /** A jar can't be listed quickly, so the names of the profiles stand in a file; a test holds it to the folder. */
    private static final String INDEX = "index.txt";

    private BundledFiles() {}

    static List<String> profileNames() {
        List<String> names = new ArrayList<>();
        String index = text(INDEX);
        int start = 0;
        for (int end = index.indexOf('\n'); end >= 0; end = index.indexOf('\n', start)) {
            names.add(index.substring(start, end));
            start = end + 1;
        }
        return List.copyOf(names);
    }

    static String text(String name) {
        try (InputStream in = BundledFiles.class.getResourceAsStream(FOLDER.concat(name))) {
            if (in == null) {
                throw new IllegalStateException("the emulator's jar lacks " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the emulator's jar can't be read: " + name, e);
        }
    }
}

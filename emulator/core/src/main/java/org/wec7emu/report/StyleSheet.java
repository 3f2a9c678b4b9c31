package org.wec7emu.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How pages and drawings look; light or dark as whoever looks at them has it. */
final class StyleSheet {
    /** Of ladders. */
    static final String LADDER = read("ladder.css");
    /** Of pages, those with ladders included. */
    static final String PAGE = LADDER + read("page.css");

    private StyleSheet() {}

    private static String read(String name) {
        try (InputStream file = StyleSheet.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing in this program's jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

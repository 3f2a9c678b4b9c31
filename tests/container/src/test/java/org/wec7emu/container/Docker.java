package org.wec7emu.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Docker's own client. */
final class Docker {
    private Docker() {}

    static List<String> line(String... arguments) {
        String program = System.getenv("WEC7_DOCKER");
        List<String> words = new ArrayList<>(List.of(program == null ? "docker" : program));
        words.addAll(List.of(arguments));
        return words;
    }

    static Command run(String... arguments) throws IOException, InterruptedException {
        return Command.run(line(arguments));
    }

    /** What it printed; fails when it did. */
    static String output(String... arguments) throws IOException, InterruptedException {
        return Command.output(line(arguments));
    }
}

package org.wec7emu.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What README shows: examples, and parts that a test writes. */
final class ReadmePart {
    private static final Path FILE = Path.of("..", "..", "README.md");

    private ReadmePart() {}

    /**
     * A command with what follows it.
     *
     * @param command without the prompt
     */
    record Example(String command, List<String> output) {
        /** Its words behind {@code docker compose}. */
        String[] words() {
            return command.replaceFirst("^docker compose ", "").split(" ");
        }
    }

    /** Those whose command begins so. */
    static List<Example> examples(String beginning) throws IOException {
        List<Example> examples = new ArrayList<>();
        List<String> output = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith("$ ") || line.startsWith("```")) {
                output = new ArrayList<>();
            } else {
                output.add(line);
            }
            if (line.startsWith("$ " + beginning)) {
                examples.add(new Example(line.substring(2), output));
            }
        }
        assertThat(examples).as("README's examples of " + beginning).isNotEmpty();
        return examples;
    }

    /**
     * Holds a part, between {@code <!-- NAME: ...} and {@code <!-- end of NAME -->}, to what a test has found; with
     * {@code -Dgolden.update=true} it is written there.
     */
    static void assertGenerated(String name, List<String> found) throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        int begin = 0;
        while (begin < lines.size() && !lines.get(begin).startsWith("<!-- " + name + ":")) {
            begin++;
        }
        int end = lines.indexOf("<!-- end of " + name + " -->");
        assertThat(end).as("README.md's part " + name).isGreaterThan(begin);
        if (Boolean.getBoolean("golden.update")) {
            List<String> next = new ArrayList<>(lines.subList(0, begin + 1));
            next.addAll(found);
            next.addAll(lines.subList(end, lines.size()));
            Files.write(FILE, next);
        } else {
            assertThat(lines.subList(begin + 1, end))
                    .as("README.md's part " + name + "; -Dgolden.update=true writes it anew")
                    .isEqualTo(found);
        }
    }
}

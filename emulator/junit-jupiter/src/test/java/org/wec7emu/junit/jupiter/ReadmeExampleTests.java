package org.wec7emu.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.device.Device;

/** README's example is one of these tests, and what it says of a failure is what one says. */
class ReadmeExampleTests {
    private static final Path README = Path.of("../../README.md");
    private static final Path EXAMPLE = Path.of("src/test/java/org/wec7emu/junit/jupiter/RecipeUploadTests.java");

    @Wec7Device(image = "CX8100_WEC7_LF_v604h")
    static class InPassiveMode {
        @Test
        void uploads(Device device) throws IOException {
            new RecipeUploader(device.host(), device.port(), device.user(), device.password())
                    .passively()
                    .upload("recipe.txt");
        }
    }

    @Test
    void the_example_is_a_test_of_these() throws IOException {
        List<String> example = Files.readAllLines(EXAMPLE);

        assertThat(block("java", "@Wec7Device("))
                .isEqualTo(example.subList(
                        example.indexOf("@Wec7Device(image = \"CX8100_WEC7_LF_v604h\")"), example.size()));
    }

    @Test
    void a_failure_says_what_readme_shows() throws IOException {
        Throwable failure = Cases.failures(Cases.run(InPassiveMode.class)).get(0);
        List<String> told = new ArrayList<>();
        told.add(failure.toString());
        failure.getSuppressed()[0].getMessage().lines().forEach(told::add);

        if (Boolean.getBoolean("golden.update")) {
            write(told);
        }
        assertThat(masked(block("text", "What the device saw"))).isEqualTo(masked(told));
    }

    /** Without seconds and ports, which are others each time; a line's end may have been noted later. */
    private static List<String> masked(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("^ +\\d+\\.\\d{3}", "{seconds}")
                        .replaceAll("\\d+,\\d+\\)", "{port})")
                        .replaceAll("(?<=[ :])\\d{4,5}(?!\\d)", "{port}"))
                .map(line -> line.replaceFirst("(connects to port \\{port}), \\d+ times.*", "$1"))
                .filter(line -> !line.contains("closed by the client"))
                .toList();
    }

    private static void write(List<String> told) throws IOException {
        String readme = Files.readString(README);
        String old = String.join("\n", block("text", "What the device saw"));
        Files.writeString(README, readme.replace(old, String.join("\n", told)));
    }

    private static List<String> block(String language, String part) throws IOException {
        List<String> lines = Files.readAllLines(README);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals("```" + language)) {
                List<String> rest = lines.subList(i + 1, lines.size());
                List<String> block = rest.subList(0, rest.indexOf("```"));
                if (block.stream().anyMatch(line -> line.contains(part))) {
                    return block;
                }
            }
        }
        throw new AssertionError("README.md has no such block: " + part);
    }
}

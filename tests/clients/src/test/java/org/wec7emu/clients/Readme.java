package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The examples in README.md: what is typed, and what it is said to print. */
final class Readme {
    private static final Path FILE = Launcher.checkout().resolve("README.md");
    private static final String FENCE = "```";
    private static final String PROMPT = "$ ";

    /** A build on a machine with much else to do. */
    private static final Duration BUILD = Duration.ofMinutes(4);

    private Readme() {}

    /**
     * A command line with what follows it.
     *
     * @param command without the prompt
     */
    record Example(String command, List<String> output) {}

    /** The example whose command begins so. */
    static Example example(String beginning) throws IOException {
        return example(FILE, beginning);
    }

    /** The same of another document. */
    static Example example(Path document, String beginning) throws IOException {
        List<String> output = new ArrayList<>();
        String command = null;
        for (String line : Files.readAllLines(document)) {
            boolean ends = line.startsWith(FENCE) || line.startsWith(PROMPT);
            if (command != null && ends) {
                return new Example(command, output);
            } else if (command != null) {
                output.add(line);
            } else if (line.startsWith(PROMPT + beginning)) {
                command = line.substring(PROMPT.length());
            }
        }
        throw new AssertionError(document.getFileName() + " has no example that begins with: " + beginning);
    }

    /** The program, once it is built: a start that finds newer sources says that it builds, which README doesn't show. */
    static String program(Path home) throws Exception {
        String program = Launcher.checkout().resolve("wec7emu").toString();
        ClientRun.of(new Invocation(List.of(program, "--version"), ""), home, BUILD);
        return program;
    }

    /** Runs the example whose command begins so, in a directory, and holds what it prints and its exit code to what is shown. */
    static void assertPrintsAsShown(String beginning, int exitCode, Path home) throws Exception {
        Example example = example(beginning);
        String program = program(home);
        List<String> shell = List.of("sh", "-c", example.command().replaceFirst("^\\./wec7emu", program));

        ClientRun run = ClientRun.of(new Invocation(shell, ""), home);

        assertThat(run.output().lines().toList()).isEqualTo(example.output());
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    /** The first block of plain text, as the first terminal shows it. */
    static List<String> textBlock() throws IOException {
        return textBlock("");
    }

    /** The first block of plain text that says such a thing. */
    static List<String> textBlock(String part) throws IOException {
        return block("text", part);
    }

    /** The first block of a language that says such a thing. */
    static List<String> block(String language, String part) throws IOException {
        List<String> lines = lines();
        for (int start = 0; start < lines.size(); start++) {
            if (lines.get(start).equals(FENCE + language)) {
                List<String> rest = lines.subList(start + 1, lines.size());
                List<String> block = rest.subList(0, rest.indexOf(FENCE));
                if (block.stream().anyMatch(line -> line.contains(part))) {
                    return block;
                }
            }
        }
        throw new AssertionError("README.md has no block of " + language + " that says: " + part);
    }

    /**
     * Holds a part of README to what a test has found; with {@code -Dgolden.update=true} it is written there. It stands
     * between {@code <!-- NAME: ...} and {@code <!-- end of NAME -->}.
     *
     * @param unlike what of a line may differ, such as seconds, is taken out by this
     */
    static void assertGenerated(String name, List<String> found, UnaryOperator<String> unlike) throws IOException {
        List<String> lines = lines();
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
            assertThat(lines.subList(begin + 1, end).stream().map(unlike).toList())
                    .as("README.md's part " + name + "; -Dgolden.update=true writes it anew")
                    .isEqualTo(found.stream().map(unlike).toList());
        }
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(FILE);
    }
}

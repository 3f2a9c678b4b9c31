package org.wec7emu.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * {@code wec7emu check} as a process of its own, on a terminal (a pseudo terminal that {@code script} of util-linux makes) or off
 * it. What it says on standard error is read line by line; standard output goes to a file.
 */
final class CheckProcess implements AutoCloseable {
    private static final int CTRL_C = 3;

    private final Process process;
    private final Path out;
    private final BufferedReader messages;

    private CheckProcess(Process process, Path out) {
        this.process = process;
        this.out = out;
        messages = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * @param folder for its temporary files
     * @param arguments behind {@code check}
     */
    static CheckProcess started(boolean onTerminal, Path folder, List<String> arguments) throws IOException {
        Path out = folder.resolve("out.txt");
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder,
                "-Djna.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "check"));
        words.addAll(arguments);
        String line = "exec " + words.stream().map(CheckProcess::quoted).collect(Collectors.joining(" ")) + " >"
                + quoted(out.toString());
        List<String> command = onTerminal
                ? List.of("script", "--quiet", "--return", "--command", line, "/dev/null")
                : List.of("sh", "-c", line);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SHELL", "/bin/sh");
        return new CheckProcess(builder.start(), out);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** Reads what it says up to such a line. */
    String awaitMessage(Predicate<String> wanted) throws IOException {
        List<String> seen = new ArrayList<>();
        for (String line = messages.readLine(); line != null; line = messages.readLine()) {
            seen.add(line);
            if (wanted.test(line)) {
                return line;
            }
        }
        throw new AssertionError("it ended, and said only: " + seen);
    }

    /** All else that it says until its end. */
    List<String> restOfMessages() {
        return messages.lines().toList();
    }

    /** Types Ctrl-C on its terminal. */
    void typeCtrlC() throws IOException {
        process.getOutputStream().write(CTRL_C);
        process.getOutputStream().flush();
    }

    /** Only without a terminal, behind which it is another process. */
    void terminate() throws Exception {
        // Process.destroy() would close what it says, too
        new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(Emulator.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the check doesn't end");
        }
        return process.exitValue();
    }

    /** What it printed on standard output. */
    String out() throws IOException {
        return Files.readString(out);
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
        messages.close();
    }
}

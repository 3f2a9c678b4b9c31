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

/** The command fleet as a process of its own, with a temporary directory of its own. */
final class FleetProcess implements AutoCloseable {
    private final Path folder;
    private final Process process;
    private final BufferedReader out;

    private FleetProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts it with a file.
     *
     * @param folder gets the file, a directory {@code tmp}, what it says on standard error, and the list of the classes it takes
     */
    static FleetProcess started(Path folder, String file, String... options) throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path hall = Files.writeString(folder.resolve("hall.yaml"), file);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + folder.resolve("classes"),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "fleet",
                hall.toString()));
        command.addAll(List.of(options));
        return new FleetProcess(
                folder,
                new ProcessBuilder(command)
                        .redirectError(folder.resolve("err").toFile())
                        .start());
    }

    /** The next line; null at the end. */
    String line() throws IOException {
        return out.readLine();
    }

    List<String> lines(int count) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line());
        }
        return lines;
    }

    /** Reads on to a line that has a text in it. */
    String lineWith(String text) throws IOException {
        String line = line();
        while (line != null && !line.contains(text)) {
            line = line();
        }
        if (line == null) {
            throw new AssertionError("no line with " + text);
        }
        return line;
    }

    /** All it says until it ends. */
    List<String> rest() {
        return out.lines().toList();
    }

    /** What it has said on standard error. */
    String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    /** Lines of which each names a class that it has loaded so far. */
    List<String> classes() throws IOException {
        return Files.readAllLines(folder.resolve("classes"));
    }

    /** Sends it SIGTERM. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Waits for the end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(Emulator.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the fleet doesn't end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        out.close();
    }
}

package org.wec7emu.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as a process of its own, with a temporary directory of its own. */
final class Emulator implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Pattern ADDRESS = Pattern.compile("ftp://webguest:1@127\\.0\\.0\\.1:(\\d+)/");

    private final Process process;
    private final BufferedReader out;
    private final List<String> banner = new ArrayList<>();

    private Emulator(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts v604h on any free port and reads its banner. */
    static Emulator started(Path temporary, String... options) throws IOException {
        return started(List.of(), System.getProperty("java.class.path"), temporary, options);
    }

    /**
     * @param before what stands before {@code java} on the command line
     * @param classPath readable for whoever runs it
     */
    static Emulator started(List<String> before, String classPath, Path temporary, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-Djna.tmpdir=" + temporary,
                "-cp",
                classPath,
                Main.class.getName(),
                "run",
                CommandLineRun.V604H,
                "--port-offset",
                "any"));
        command.addAll(List.of(options));
        Emulator emulator = new Emulator(command);
        emulator.readBanner();
        return emulator;
    }

    private void readBanner() throws IOException {
        String line = out.readLine();
        while (line != null && !line.equals("Ctrl-C ends it.")) {
            banner.add(line);
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the emulator ended after " + banner);
        }
    }

    String banner() {
        return String.join("\n", banner);
    }

    /** The host's port of the control port. */
    int port() {
        Matcher address = ADDRESS.matcher(banner());
        if (!address.find()) {
            throw new AssertionError("no address in " + banner());
        }
        return Integer.parseInt(address.group(1));
    }

    /** The host's directory behind the FTP server's root. */
    Path files() {
        return banner.stream()
                .filter(line -> line.startsWith("Files "))
                .map(line -> Path.of(line.substring("Files".length()).strip()))
                .findFirst()
                .orElseThrow();
    }

    /** Types a line. */
    void type(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Ends what is typed. */
    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Reads on to a line that has a text in it. */
    String lineWith(String text) throws IOException {
        String line = out.readLine();
        while (line != null && !line.contains(text)) {
            line = out.readLine();
        }
        if (line == null) {
            throw new AssertionError("no line with " + text);
        }
        return line;
    }

    /** Sends a signal by its name, such as INT. */
    void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Waits for the end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the emulator doesn't end");
        }
        return process.exitValue();
    }

    /** All it says until it ends. */
    List<String> rest() {
        return out.lines().toList();
    }

    /** Closes the reading end of its standard output. */
    void closeOutput() throws IOException {
        out.close();
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
        out.close();
    }
}

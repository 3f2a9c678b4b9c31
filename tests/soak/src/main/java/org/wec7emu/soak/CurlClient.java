package org.wec7emu.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wec7emu.fault.FaultKind;

/** curl: a process a file. */
final class CurlClient implements Client {
    private static final int SIZE = 50_000;
    private static final Pattern PORT = Pattern.compile("port (\\d{1,5})");

    private final Path directory;

    /** @param directory for its files; nobody else uses it */
    CurlClient(Path directory) {
        this.directory = directory;
    }

    /** Whether this machine has it. */
    static boolean isHere() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
    }

    @Override
    public String name() {
        return "curl";
    }

    @Override
    public void visit(Visit visit, String mine, SplittableRandom random) throws IOException, InterruptedException {
        if (visit.then().mute() || visit.then().has(FaultKind.SESSION_LIMIT)) {
            return; // what there is to see others have seen
        }
        List<String> command = new ArrayList<>(List.of(
                "curl",
                "-sS",
                "--noproxy",
                "*",
                "--max-time",
                Long.toString(Visit.PATIENCE.toSeconds()),
                "-w",
                "%{stderr}port %{local_port}\n"));
        if (!visit.then().passive() || random.nextBoolean()) {
            command.addAll(List.of("--ftp-port", "-"));
        }
        Path file = directory.resolve(mine);
        if (random.nextInt(3) == 0) {
            Content content = visit.site().shelf().content(mine + "c.bin", SIZE);
            Files.write(file, content.bytes());
            visit.site().shelf().begin(content);
            command.addAll(List.of("-T", file.toString(), visit.site().device().url() + content.name()));
            if (run(visit, command, visit.then().writes())) {
                visit.uploaded(content);
            }
        } else {
            List<Content> files = visit.site().shelf().fixed();
            Content content = files.get(random.nextInt(files.size()));
            command.addAll(List.of("-o", file.toString(), visit.site().device().url() + content.name()));
            if (run(visit, command, visit.then().reads())) {
                visit.downloaded(content, Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
            }
        }
        Files.deleteIfExists(file);
    }

    private static boolean run(Visit visit, List<String> command, boolean mustWork)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            Matcher port = PORT.matcher(said);
            if (port.find()) {
                visit.comesFrom(Integer.parseInt(port.group(1)));
            }
            if (!process.waitFor(Visit.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                visit.fail("curl doesn't end");
                return false;
            }
            boolean good = process.exitValue() == 0;
            visit.demand(good || !mustWork, () -> "curl ended with " + process.exitValue() + ": " + said);
            return good;
        } finally {
            process.destroyForcibly();
        }
    }
}

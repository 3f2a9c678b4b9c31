package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The verdicts of {@code check} in the hands of a user without any privilege, as a CI job is. */
class CheckAsOrdinaryUserTests {
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups");

    @TempDir
    Path shared;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void are_the_same() throws Exception {
        boolean root = "root".equals(System.getProperty("user.name"));
        assumeTrue(!root || RealClient.isOnPath("setpriv"), "needs setpriv (Debian package util-linux)");
        List<String> command = new ArrayList<>(root ? AS_NOBODY : List.of());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path own = Files.createDirectory(shared.resolve("own"));
        command.addAll(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + own));
        command.addAll(List.of(
                "-cp", readableClassPath(), VerdictProgram.class.getName(), own.toString(), readableBasicFtp()));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(linesOf(command))
                .containsExactlyElementsOf(Arrays.stream(VerdictCase.values())
                        .filter(each -> RealClient.isOnPath(each.program()))
                        .map(each -> each + " " + each.verdict())
                        .toList());
    }

    private List<String> linesOf(List<String> command) throws Exception {
        Path out = shared.resolve("out");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HOME", shared.resolve("own").toString());
        builder.environment().put("TMPDIR", shared.resolve("own").toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(150, TimeUnit.SECONDS)).isTrue();
            return Files.readAllLines(out);
        } finally {
            process.destroyForcibly();
        }
    }

    private String readableBasicFtp() throws Exception {
        String copy = shared.resolve("basic-ftp").toString();
        run("cp", "-rL", BasicFtp.installed().folder().toString(), copy);
        run("chmod", "-R", "a+rX", copy);
        return copy;
    }

    /** What the tests run with, where everybody may read it. */
    private String readableClassPath() throws Exception {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (Files.exists(Path.of(entry))) {
                String copy = shared.resolve("class-path-" + entries.size()).toString();
                copy = Files.isDirectory(Path.of(entry)) ? copy : copy + ".jar";
                run("cp", "-rL", entry, copy);
                run("chmod", "-R", "a+rX", copy);
                entries.add(copy);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}

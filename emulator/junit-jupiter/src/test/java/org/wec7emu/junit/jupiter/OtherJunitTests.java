package org.wec7emu.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** These tests are Surefire's, with the oldest JUnit that the module is for; here they run with newer ones, JUnit 6 included. */
class OtherJunitTests {
    private static final String INSIDE = "wec7emu.other-junit";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"5.14.2", "6.1.3"})
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void all_tests_pass_with(String version) throws Exception {
        assumeTrue(System.getProperty(INSIDE) == null, "this is the other JUnit already");

        String output = run(version);

        assertThat(output.lines()
                        .filter(line -> line.startsWith(version + ": "))
                        .toList())
                .as(output)
                .singleElement()
                .asString()
                .matches("\\S+: [2-9]\\d succeeded, 0 failed");
    }

    private String run(String version) throws Exception {
        Path out = folder.resolve("out.txt");
        Process java = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + folder,
                        "-D" + INSIDE + "=true",
                        "-cp",
                        classPath(version),
                        OtherJunit.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(java.waitFor(3, TimeUnit.MINUTES)).isTrue();
            return Files.readString(out);
        } finally {
            java.destroyForcibly().waitFor();
        }
    }

    /** What the tests run with, but for JUnit, which Maven has put aside. */
    private static String classPath(String version) throws Exception {
        try (Stream<Path> jars =
                Files.list(Path.of("target", "junit-" + version).toAbsolutePath())) {
            return Stream.concat(
                            jars.map(Path::toString),
                            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                    .filter(entry -> !entry.contains("junit-platform-")
                                            && !entry.matches(".*/junit-jupiter(-\\w+)?-\\d[^/]*\\.jar")))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}

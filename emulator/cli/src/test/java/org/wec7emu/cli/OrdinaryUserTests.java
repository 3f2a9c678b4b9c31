package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.firewall.enforce.Availability;
import org.wec7emu.firewall.enforce.socket.SocketEnforcer;

/** The program in the hands of a user without any privilege. */
class OrdinaryUserTests {
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups");

    @TempDir
    private static Path shared;

    private static String classPath;
    private final boolean root = "root".equals(System.getProperty("user.name"));
    private Path temporary;

    @BeforeEach
    void share() throws IOException {
        assumeTrue(
                !root || isInstalled("setpriv"),
                "needs setpriv (Debian package util-linux) to become an ordinary user");
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (classPath == null) {
            classPath = readableClassPath();
        }
        temporary = Files.createTempDirectory(shared, "tmp");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private Emulator started(String... options) throws IOException {
        return Emulator.started(root ? AS_NOBODY : List.of(), classPath, temporary, options);
    }

    @Test
    void passiveIsSilentAndActiveWorks() throws Exception {
        try (Emulator emulator = started();
                ControlConnection client = ControlConnection.loggedIn(emulator.port())) {
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(client::tryPassive);

            client.store("a.txt", "content");

            assertThat(client.receive("NLST")).isEqualTo("a.txt\r\n");
        }
    }

    @Test
    void fallsBackToFullAcceptQueuesAndSaysWhy() throws Exception {
        assumeTrue(kernelRestrictsSocketFilters(), "needs a kernel that keeps socket filters for CAP_NET_ADMIN");
        try (Emulator emulator = started()) {
            assertThat(emulator.banner())
                    .contains("on, enforced by accept queues kept full (backlog)")
                    .contains("(not socket: attaching a filter to a socket failed: ");
        }
    }

    @Test
    void endsCleanToo() throws Exception {
        try (Emulator emulator = started()) {
            emulator.signal("INT");

            assertThat(emulator.exitCode()).isZero();
            assertThat(emulator.files()).doesNotExist();
        }
    }

    /** Tried, not looked up: distributions carry the restriction in older versions too. */
    private boolean kernelRestrictsSocketFilters() throws Exception {
        if (!root) {
            return new SocketEnforcer().probe() instanceof Availability.Unavailable;
        }
        List<String> command = new ArrayList<>(AS_NOBODY);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command.addAll(List.of(java, "-Djna.tmpdir=" + temporary, "-cp", classPath, SocketProbe.class.getName()));
        return new ProcessBuilder(command).start().waitFor() == SocketProbe.UNAVAILABLE;
    }

    /** What the tests run with, where everybody may read it. */
    private static String readableClassPath() throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path from = Path.of(entry);
            if (Files.exists(from)) {
                Path to = shared.resolve(entries.size() + "-" + from.getFileName());
                copy(from, to);
                entries.add(to.toString());
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path copied = to.resolve(from.relativize(path).toString());
                Files.copy(path, from.equals(path) ? to : copied);
                Files.setPosixFilePermissions(
                        from.equals(path) ? to : copied, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}

package org.wec7emu.measure.behaviour;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.wec7emu.measure.behaviour.Side.Remote;
import org.wec7emu.measure.client.PortLook;
import org.wec7emu.measure.client.Reach;
import org.wec7emu.measure.client.Transcript;

/** Debian's vsftpd, for anonymous users, on a free port of 127.0.0.1; {@code upload} is where they may write. */
final class VsftpdServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/vsftpd");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final Path root;
    private final int port;

    private VsftpdServer(Process process, Path root, int port) {
        this.process = process;
        this.root = root;
        this.port = port;
    }

    static VsftpdServer start(Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROGRAM), "vsftpd isn't installed");
        assumeTrue(System.getProperty("user.name").equals("root"), "vsftpd's anonymous users need root");
        open(folder, "rwxr-xr-x");
        Path root = Files.createDirectory(folder.resolve("root"));
        open(Files.createDirectory(root.resolve("upload")), "rwxrwxrwx");
        open(root, "r-xr-xr-x");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        open(empty, "r-xr-xr-x");
        int port = freePort();
        Path settings = Files.write(
                folder.resolve("vsftpd.conf"),
                List.of(
                        "listen=YES",
                        "listen_address=127.0.0.1",
                        "listen_port=" + port,
                        "background=NO",
                        "anonymous_enable=YES",
                        "anon_root=" + root,
                        "write_enable=YES",
                        "anon_upload_enable=YES",
                        "anon_mkdir_write_enable=YES",
                        "anon_other_write_enable=YES",
                        "anon_world_readable_only=NO",
                        "secure_chroot_dir=" + empty,
                        "seccomp_sandbox=NO"));
        Process process = new ProcessBuilder(PROGRAM.toString(), settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        VsftpdServer server = new VsftpdServer(process, root, port);
        server.awaitOpen();
        return server;
    }

    private static void open(Path directory, String permissions) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Until it listens a connect is refused at once; the process's end is waited for in between. */
    private void awaitOpen() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (PortLook.at(control(), LIMIT, new Transcript()) != Reach.OPEN) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException("vsftpd doesn't start");
            }
        }
    }

    private InetSocketAddress control() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Where anonymous users may write. */
    Path upload() {
        return root.resolve("upload");
    }

    Remote side(Optional<String> writeTo) {
        return new Remote("vsftpd", control(), "anonymous", "guest@example.org", writeTo);
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
}

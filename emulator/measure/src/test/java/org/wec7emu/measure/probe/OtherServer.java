package org.wec7emu.measure.probe;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;
import org.wec7emu.measure.client.Transcript;
import org.wec7emu.measure.probe.ProbeTarget.Login;

/**
 * An FTP server of a Debian package, at an address of loopback that no other test uses. It runs below a shell that ends it as soon
 * as this JVM's end of a pipe is closed.
 */
public final class OtherServer implements Closeable {
    static final int PORT = 2121;
    static final Login USER = new Login("webguest", "1");
    /** Where it may be written. */
    public static final String SCRATCH = "/scratch";

    private static final String UNTIL_THE_PIPE_CLOSES = """
            exec 3<&0 # a job in the background has no standard input
            "$@" </dev/null 3<&- &
            server=$!
            { read -r _ <&3; kill "$server"; } &
            watch=$!
            wait "$server"
            outcome=$?
            kill "$watch" 2>/dev/null
            exit "$outcome"
            """;
    /** openssl passwd -1 -salt wec7emu 1 */
    private static final String HASH = "$1$wec7emu$ogLLP.zMC/keCBstNPDPK.";

    private static final long START_SECONDS = 30;
    private static final long POLL_MILLIS = 20;

    private final Process shell;
    private final Path log;
    private final InetAddress address;

    private OtherServer(Process shell, Path log, InetAddress address) {
        this.shell = shell;
        this.log = log;
        this.address = address;
    }

    /** Anonymous users, who may write below {@code /scratch}; vsftpd.conf(5). */
    public static OtherServer vsftpd(Path folder, String... settings) throws IOException {
        String program = program("vsftpd", "vsftpd");
        InetAddress address = ProbedDevice.ownAddress();
        Path home = home(folder);
        List<String> lines = new ArrayList<>(List.of(
                "listen=YES",
                "background=NO",
                "listen_address=" + address.getHostAddress(),
                "listen_port=" + PORT,
                "connect_from_port_20=YES",
                "ftp_data_port=" + (PORT - 1),
                "anonymous_enable=YES",
                "anon_root=" + home,
                "write_enable=YES",
                "anon_upload_enable=YES",
                "anon_mkdir_write_enable=YES",
                "anon_other_write_enable=YES",
                "anon_umask=022"));
        lines.addAll(List.of(settings));
        if (isRoot()) {
            Path empty = Files.createDirectory(folder.resolve("empty"));
            lines.add("secure_chroot_dir=" + empty);
        } else {
            lines.add("run_as_launching_user=YES");
        }
        Path file = Files.write(folder.resolve("vsftpd.conf"), lines);
        return start(folder, address, program, file.toString());
    }

    /**
     * One user; https://pyftpdlib.readthedocs.io/.
     *
     * @param settings of the handler {@code h} and what belongs to it, as Python
     */
    static OtherServer pyftpdlib(Path folder, String... settings) throws IOException {
        if (!Files.exists(Path.of("/usr/lib/python3/dist-packages/pyftpdlib"))) {
            throw new TestAbortedException("needs Debian's package python3-pyftpdlib; ./verify --setup installs it");
        }
        InetAddress address = ProbedDevice.ownAddress();
        List<String> lines = new ArrayList<>(List.of(
                "from pyftpdlib.authorizers import DummyAuthorizer",
                "from pyftpdlib.handlers import FTPHandler as h, PassiveDTP, ActiveDTP",
                "from pyftpdlib.servers import FTPServer",
                "h.authorizer = DummyAuthorizer()",
                "h.authorizer.add_user('webguest', '1', '" + home(folder) + "', perm='elradfmwMT')"));
        lines.addAll(List.of(settings));
        lines.add("FTPServer(('" + address.getHostAddress() + "', " + PORT + "), h).serve_forever()");
        Path file = Files.write(folder.resolve("server.py"), lines);
        return start(folder, address, "/usr/bin/python3", file.toString());
    }

    /** One user, of a file; http://www.proftpd.org/docs/directives/linked/configuration_full.html. */
    static OtherServer proftpd(Path folder, String... settings) throws IOException {
        String program = program("proftpd-core", "proftpd");
        InetAddress address = ProbedDevice.ownAddress();
        Path home = home(folder);
        String user = isRoot()
                ? "65534:65534"
                : "" + Files.getAttribute(folder, "unix:uid") + ":" + Files.getAttribute(folder, "unix:gid");
        Path users = Files.writeString(
                folder.resolve("users"), "webguest:" + HASH + ":" + user + "::" + home + ":/bin/false\n");
        Files.setPosixFilePermissions(users, PosixFilePermissions.fromString("rw-------"));
        List<String> lines = new ArrayList<>(List.of(
                "ServerType standalone",
                "ServerName tests",
                "DefaultServer on",
                "SocketBindTight on",
                "DefaultAddress " + address.getHostAddress(),
                "Port " + PORT,
                "UseIPv6 off",
                "UseReverseDNS off",
                "DelayEngine off",
                "WtmpLog off",
                "TransferLog none",
                "SystemLog " + folder.resolve("system.log"),
                "PidFile " + folder.resolve("pid"),
                "ScoreboardFile none",
                "RequireValidShell off",
                "AuthOrder mod_auth_file.c",
                "AuthUserFile " + users,
                "DefaultRoot " + home));
        if (isRoot()) {
            lines.addAll(List.of("User nobody", "Group nogroup"));
        }
        lines.addAll(List.of(settings));
        Path file = Files.write(folder.resolve("proftpd.conf"), lines);
        return start(folder, address, program, "-n", "-c", file.toString());
    }

    /** Unpacked by {@code ./verify --setup}, since Debian has one FTP server installed at a time; or else that one. */
    private static String program(String debianPackage, String name) {
        Path unpacked = Path.of("../../target/debian", debianPackage, "usr/sbin", name)
                .toAbsolutePath()
                .normalize();
        Path installed = Path.of("/usr/sbin", name);
        if (!Files.exists(unpacked) && !Files.exists(installed)) {
            throw new TestAbortedException("needs Debian's package " + debianPackage + "; ./verify --setup unpacks it");
        }
        return (Files.exists(unpacked) ? unpacked : installed).toString();
    }

    /** Where libraries are that came with an unpacked program. */
    private static String libraries(Path program) {
        Path usr = program.resolve("../..").normalize();
        return usr.resolve("lib/x86_64-linux-gnu") + ":" + usr.resolve("lib/aarch64-linux-gnu");
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    /** What clients see as /; a server that runs as another user must get there. */
    private static Path home(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path home = Files.createDirectory(folder.resolve("home"));
        Path scratch = Files.createDirectory(home.resolve("scratch"));
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxrwxrwx"));
        return home;
    }

    private static OtherServer start(Path folder, InetAddress address, String... server) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", UNTIL_THE_PIPE_CLOSES, "server"));
        command.addAll(List.of(server));
        Path log = folder.resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("LD_LIBRARY_PATH", libraries(Path.of(server[0])));
        Process shell = builder.start();
        OtherServer started = new OtherServer(shell, log, address);
        try {
            started.awaitListening();
            return started;
        } catch (IOException e) {
            started.close();
            throw e;
        }
    }

    private void awaitListening() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < deadline) {
            try (Socket client = new Socket(address, PORT)) {
                client.setSoTimeout((int) TimeUnit.SECONDS.toMillis(START_SECONDS));
                if (client.getInputStream().read() >= 0) {
                    return;
                }
            } catch (ConnectException e) {
                if (hasEndedWithin(POLL_MILLIS)) {
                    throw new IOException("the server has ended: " + printed(), e);
                }
            }
        }
        throw new IOException("the server doesn't answer: " + printed());
    }

    private boolean hasEndedWithin(long millis) throws IOException {
        try {
            return shell.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private String printed() throws IOException {
        return Files.readString(log, StandardCharsets.ISO_8859_1);
    }

    /** Where its control port is. */
    public InetSocketAddress control() {
        return new InetSocketAddress(address, PORT);
    }

    /** Asks it everything. */
    Findings probe(Login login, Duration slow, Transcript transcript) throws IOException {
        ProbeTarget target =
                new ProbeTarget(address.getHostAddress(), new InetSocketAddress(address, PORT), Optional.empty());
        ProbeSettings settings = new ProbeSettings(
                Duration.ofSeconds(20),
                Duration.ofMillis(500),
                List.of(login),
                slow.isZero() ? Optional.empty() : Optional.of(slow),
                Optional.of(SCRATCH),
                PORT - ProbeTarget.USUAL_PORT,
                List.of());
        return new Probe(target, settings).run(transcript, (number, of, about) -> {});
    }

    @Override
    public void close() throws IOException {
        shell.getOutputStream().close();
        if (!hasEndedWithin(TimeUnit.SECONDS.toMillis(15))) {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
    }
}

package org.wec7emu.benchmarks.race;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How each server is started: as its package or library comes, but for what the race needs. */
final class Contenders {
    static final String VSFTPD = "vsftpd";
    static final String PYFTPDLIB = "pyftpdlib";
    static final String APACHE = "FtpServer";
    static final String EMULATOR = "wec7emu";
    static final String EMULATOR_NFTABLES = "wec7emu-nft";
    static final String CANNED = "canned";

    private static final Login LOGIN = new Login("webguest", "1");
    private static final int PORT = 2121;
    private static final int OFFSET = 2100;

    private final Path project;
    private final Track track;
    private final Addresses addresses;
    private final boolean root;

    /** @param project the directory of the launcher */
    Contenders(Path project, Track track, Addresses addresses, boolean root) {
        this.project = project;
        this.track = track;
        this.addresses = addresses;
        this.root = root;
    }

    /** In the order of the table. */
    List<Contender> all() throws IOException {
        List<Contender> all = new ArrayList<>(List.of(vsftpd(), pyftpdlib(), apache(), emulator()));
        if (root) {
            all.add(emulatorAtItsOwnAddress());
        }
        all.add(canned());
        return all;
    }

    private Contender vsftpd() throws IOException {
        InetAddress address = addresses.server(1);
        List<String> settings = new ArrayList<>(List.of(
                "listen=YES",
                "background=NO",
                "listen_address=" + address.getHostAddress(),
                "listen_port=" + PORT,
                "connect_from_port_20=YES", // as in Debian's own settings
                "ftp_data_port=" + (PORT - 1),
                "anonymous_enable=YES", // needs no account of the host, and is its quickest login
                "anon_root=" + track.home(VSFTPD),
                "write_enable=YES",
                "anon_upload_enable=YES",
                "anon_other_write_enable=YES",
                "max_per_ip=0"));
        if (root) {
            Path empty = Files.createDirectory(track.directory().resolve("empty"));
            settings.add("secure_chroot_dir=" + empty);
        } else {
            settings.add("run_as_launching_user=YES");
        }
        Path file = track.directory().resolve("vsftpd.conf");
        Files.write(file, settings);
        return new Contender(
                VSFTPD,
                "as Debian has it, anonymous login",
                new InetSocketAddress(address, PORT),
                new Login("anonymous", "race@localhost"),
                List.of("/usr/sbin/vsftpd", file.toString()));
    }

    private Contender pyftpdlib() throws IOException {
        InetSocketAddress address = new InetSocketAddress(addresses.server(2), PORT);
        return new Contender(
                PYFTPDLIB,
                "as Debian has it, python3 -m pyftpdlib",
                address,
                LOGIN,
                List.of(
                        "/usr/bin/python3",
                        "-m",
                        "pyftpdlib",
                        "-i",
                        address.getHostString(),
                        "-p",
                        Integer.toString(PORT),
                        "-d",
                        track.home(PYFTPDLIB).toString(),
                        "-w",
                        "-u",
                        LOGIN.user(),
                        "-P",
                        LOGIN.password()));
    }

    private Contender apache() throws IOException {
        return program(
                APACHE,
                "Apache FtpServer 1.2 as it comes, any number of logins admitted",
                new InetSocketAddress(addresses.server(3), PORT),
                BareFtpServer.class);
    }

    private Contender canned() throws IOException {
        return program(
                CANNED,
                "no server: answers the sessions' commands with fixed lines; what the clients reach at most",
                new InetSocketAddress(addresses.server(6), PORT),
                CannedResponder.class);
    }

    private Contender program(String name, String description, InetSocketAddress address, Class<?> main)
            throws IOException {
        return new Contender(
                name,
                description,
                address,
                LOGIN,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        address.getHostString(),
                        Integer.toString(address.getPort()),
                        track.home(name).toString(),
                        LOGIN.user(),
                        LOGIN.password()));
    }

    private Contender emulator() throws IOException {
        InetAddress address = addresses.server(4);
        return launcher(EMULATOR, "", address, PORT, "--port-offset", Integer.toString(OFFSET));
    }

    private Contender emulatorAtItsOwnAddress() throws IOException {
        InetAddress address = addresses.server(5);
        return launcher(EMULATOR_NFTABLES, "", address, PORT - OFFSET, "--enforce", "nftables");
    }

    private Contender launcher(String name, String description, InetAddress address, int port, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                project.resolve("wec7emu").toString(),
                "run",
                project.resolve("tests/benchmarks/race.yaml").toString(),
                "--bind",
                address.getHostAddress(),
                "--root",
                track.home(name).toString()));
        command.addAll(List.of(options));
        return new Contender(name, description, new InetSocketAddress(address, port), LOGIN, command);
    }
}

package org.wec7emu.clients;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.net.ftp.FTPClient;

/** A client of the matrix: what it is called, and how its version is found. */
enum ClientProgram {
    CURL("curl", "curl", "curl"),
    WGET("wget", "wget", "wget"),
    NCFTP("ncftp", "ncftpget", "ncftp"),
    LFTP("lftp", "lftp", "lftp"),
    TNFTP("tnftp", "tnftp", "tnftp"),
    INETUTILS("ftp of GNU inetutils", "inetutils-ftp", "inetutils-ftp"),
    ARIA2("aria2", "aria2c", "aria2"),
    BUSYBOX("busybox ftpget", "busybox", "busybox"),
    RCLONE("rclone", "rclone", "rclone"),
    MIDNIGHT_COMMANDER("Midnight Commander", "mc", "mc"),
    FILEZILLA("FileZilla", "filezilla", "filezilla") {
        @Override
        void assumeInstalled() {
            super.assumeInstalled();
            assumeTrue(RealClient.isOnPath("Xvfb"), "FileZilla has no display: needs the Debian package xvfb");
        }
    },
    FTPLIB("ftplib of Python", "python3", "python3") {
        /** As far as the library's behaviour goes with it; this Python need not be Debian's. */
        @Override
        String version(Path home) throws IOException, InterruptedException {
            return found("(\\d+\\.\\d+)", ClientRun.of(Invocation.of("python3", "--version"), home));
        }
    },
    NET_FTP("Net::FTP of Perl", "perl", "perl") {
        @Override
        String version(Path home) throws IOException, InterruptedException {
            Invocation asking = Invocation.of("perl", "-MNet::FTP", "-e", "print Net::FTP->VERSION");
            return found("(\\S+)", ClientRun.of(asking, home));
        }
    },
    COMMONS_NET("Apache Commons Net", "java", "openjdk-17-jre-headless") {
        @Override
        void assumeInstalled() {
            // comes with these tests
        }

        @Override
        String version(Path home) {
            return String.valueOf(FTPClient.class.getPackage().getImplementationVersion());
        }
    },
    BASIC_FTP("Node's basic-ftp", "npm", "npm") {
        @Override
        String version(Path home) throws IOException, InterruptedException {
            return BasicFtp.installed().version();
        }
    };

    private final String title;
    private final String command;
    private final String debianPackage;

    ClientProgram(String title, String command, String debianPackage) {
        this.title = title;
        this.command = command;
        this.debianPackage = debianPackage;
    }

    /** Its version upstream, without what Debian adds. */
    String version(Path home) throws IOException, InterruptedException {
        ClientRun asked = ClientRun.of(Invocation.of("dpkg-query", "-W", "-f", "${Version}", debianPackage), home);
        return found("^(?:\\d+:)?([^-+~]+)", asked);
    }

    private static String found(String pattern, ClientRun asked) {
        Matcher version = Pattern.compile(pattern).matcher(asked.output());
        if (!version.find()) {
            throw new AssertionError("no version in: " + asked.output());
        }
        return version.group(1);
    }

    /** Skips the test by name where the program is missing. */
    void assumeInstalled() {
        assumeTrue(
                RealClient.isOnPath(command), title + " is not installed: needs the Debian package " + debianPackage);
    }

    /** All of them. */
    static List<ClientProgram> all() {
        return List.of(values());
    }

    @Override
    public String toString() {
        return title;
    }
}

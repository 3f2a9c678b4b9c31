package org.wec7emu.clients;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.IOUtils;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.jspecify.annotations.Nullable;

/**
 * One errand with Apache Commons Net, as a program. Arguments: host, port, user, password, active or passive, the timer's
 * seconds, upload or list or download, the remote path and, but for list, the local file.
 */
final class CommonsNetProgram {
    private CommonsNetProgram() {}

    public static void main(String[] arguments) throws IOException {
        FTPClient client = new FTPClient();
        int timer = Integer.parseInt(arguments[5]) * 1000;
        client.setConnectTimeout(timer);
        client.setDefaultTimeout(timer);
        client.setDataTimeout(Duration.ofMillis(timer));
        client.connect(arguments[0], Integer.parseInt(arguments[1]));
        try {
            require(client.login(arguments[2], arguments[3]), client);
            require(client.setFileType(FTP.BINARY_FILE_TYPE), client);
            if (arguments[4].equals("passive")) {
                client.enterLocalPassiveMode();
            }
            run(client, arguments);
            client.logout();
        } finally {
            client.disconnect();
        }
    }

    private static void run(FTPClient client, String[] arguments) throws IOException {
        String remote = arguments[7];
        switch (arguments[6]) {
            case "upload" -> {
                try (InputStream file = new FileInputStream(arguments[8])) {
                    require(client.storeFile(remote, file), client);
                }
            }
            case "download" -> {
                try (OutputStream file = new FileOutputStream(arguments[8])) {
                    require(client.retrieveFile(remote, file), client);
                }
            }
            default -> {
                for (FTPFile file : client.listFiles(remote)) {
                    System.out.println(file.getName() + " " + file.getSize());
                }
            }
        }
    }

    private static void require(boolean done, FTPClient client) throws IOException {
        if (!done) {
            throw new IOException(client.getReplyString());
        }
    }

    /** The beginning of the command line that runs this program with the Java of this process. */
    static List<String> commandLine() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classPath = Stream.of(CommonsNetProgram.class, FTPClient.class, IOUtils.class)
                .map(type -> placeOf(type).toString())
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                classPath,
                CommonsNetProgram.class.getName());
    }

    private static Path placeOf(Class<?> type) {
        return fileOf(type.getProtectionDomain().getCodeSource().getLocation());
    }

    static Path fileOf(@Nullable URL url) {
        try {
            return Path.of(Objects.requireNonNull(url).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

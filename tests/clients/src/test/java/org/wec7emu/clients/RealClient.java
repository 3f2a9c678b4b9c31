package org.wec7emu.clients;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.wec7emu.journal.TransferMode;

/** Clients in use, each as its users run it, with its own timer set to {@link #TIMER}. */
enum RealClient {
    CURL("curl", "curl", "timed out|time-?out", "failed to connect") {
        @Override
        Invocation invocation(Errand errand, TransferMode mode, Target target) {
            List<String> line = new ArrayList<>(List.of("curl", "-sS", "--connect-timeout", seconds()));
            if (mode == TransferMode.ACTIVE) {
                line.addAll(List.of("--ftp-port", "-"));
            }
            if (errand instanceof Errand.Upload upload) {
                line.addAll(List.of("--upload-file", upload.local().toString()));
            } else if (errand instanceof Errand.Download download) {
                line.addAll(List.of("--output", download.local().toString()));
            }
            line.add(target.url(errand instanceof Errand.Listing ? directory(errand.remote()) : errand.remote()));
            return new Invocation(line, "");
        }
    },

    LFTP("lftp", "lftp", "max-retries exceeded\\s*$", "connection refused") {
        @Override
        Invocation invocation(Errand errand, TransferMode mode, Target target) {
            String settings = "set cmd:fail-exit yes; set net:max-retries 1; set net:timeout " + seconds()
                    + "; set ftp:passive-mode " + (mode == TransferMode.PASSIVE ? "yes" : "no");
            String open = "open --user " + target.user() + " --password " + target.password() + " --port "
                    + target.port() + " " + target.host();
            String work =
                    switch (kind(errand)) {
                        case UPLOAD -> "put " + local(errand) + " -o " + errand.remote();
                        case DOWNLOAD -> "get " + errand.remote() + " -o " + local(errand);
                        case LISTING -> "ls " + errand.remote();
                    };
            return Invocation.of("lftp", "--norc", "-c", settings + "; " + open + "; " + work);
        }
    },

    TNFTP("tnftp", "tnftp", "connection timed out", "connection refused") {
        @Override
        Invocation invocation(Errand errand, TransferMode mode, Target target) {
            String modeOption = mode == TransferMode.PASSIVE ? "-p" : "-A";
            List<String> line = new ArrayList<>(List.of("tnftp", "-n", "-i", "-v", modeOption, "-q", seconds()));
            switch (kind(errand)) {
                case UPLOAD -> line.addAll(List.of("-u", target.url(errand.remote()), local(errand)));
                case DOWNLOAD -> line.addAll(List.of("-o", local(errand), target.url(errand.remote())));
                case LISTING -> {
                    String script = String.join(
                            "\n",
                            "open " + target.host() + " " + target.port(),
                            "user " + target.user() + " " + target.password(),
                            "ls " + errand.remote(),
                            "quit",
                            "");
                    return new Invocation(line, script);
                }
            }
            return new Invocation(line, "");
        }
    },

    FTPLIB("Python's ftplib", "python3", "TimeoutError", "ConnectionRefusedError") {
        @Override
        Invocation invocation(Errand errand, TransferMode mode, Target target) {
            return new Invocation(words(List.of("python3", resource("ftplib_client.py")), errand, mode, target), "");
        }
    },

    COMMONS_NET("Apache Commons Net", "openjdk-17-jre-headless", "SocketTimeoutException", "ConnectException") {
        @Override
        Invocation invocation(Errand errand, TransferMode mode, Target target) {
            return new Invocation(words(CommonsNetProgram.commandLine(), errand, mode, target), "");
        }

        @Override
        boolean isInstalled() {
            return true;
        }
    };

    /** How long a client waits for an answer: longer than anything takes that works, even on a busy machine. */
    static final Duration TIMER = Duration.ofSeconds(3);

    private enum Kind {
        UPLOAD,
        DOWNLOAD,
        LISTING
    }

    private final String title;
    private final String debianPackage;
    private final Pattern timedOut;
    private final Pattern refused;

    RealClient(String title, String debianPackage, String timedOut, String refused) {
        this.title = title;
        this.debianPackage = debianPackage;
        this.timedOut = Pattern.compile(timedOut, Pattern.CASE_INSENSITIVE);
        this.refused = Pattern.compile(refused, Pattern.CASE_INSENSITIVE);
    }

    /** The call that does the errand. */
    abstract Invocation invocation(Errand errand, TransferMode mode, Target target);

    /** What it prints when its own timer has ended its wait. */
    Pattern timedOut() {
        return timedOut;
    }

    /** What it prints when the host answers its SYN with RST. */
    Pattern refused() {
        return refused;
    }

    /** Skips the test by name where the program is missing. */
    void assumeInstalled() {
        Assumptions.assumeTrue(isInstalled(), title + " is not installed: needs the Debian package " + debianPackage);
    }

    boolean isInstalled() {
        return isOnPath(debianPackage);
    }

    /** Whether there is such a program. */
    static boolean isOnPath(String program) {
        for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(directory, program))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return title;
    }

    private static String seconds() {
        return Long.toString(TIMER.toSeconds());
    }

    private static Kind kind(Errand errand) {
        return errand instanceof Errand.Upload
                ? Kind.UPLOAD
                : errand instanceof Errand.Download ? Kind.DOWNLOAD : Kind.LISTING;
    }

    private static String local(Errand errand) {
        return errand instanceof Errand.Upload upload
                ? upload.local().toString()
                : ((Errand.Download) errand).local().toString();
    }

    private static String directory(String path) {
        return path.endsWith("/") ? path : path + "/";
    }

    private static List<String> words(List<String> program, Errand errand, TransferMode mode, Target target) {
        List<String> line = new ArrayList<>(program);
        line.addAll(List.of(target.host(), target.portText(), target.user(), target.password()));
        line.add(mode == TransferMode.PASSIVE ? "passive" : "active");
        line.add(seconds());
        switch (kind(errand)) {
            case UPLOAD -> line.addAll(List.of("upload", errand.remote(), local(errand)));
            case DOWNLOAD -> line.addAll(List.of("download", errand.remote(), local(errand)));
            case LISTING -> line.addAll(List.of("list", errand.remote()));
        }
        return line;
    }

    /** A file beside these tests. */
    static String resource(String name) {
        return CommonsNetProgram.fileOf(RealClient.class.getResource("/" + name))
                .toString();
    }
}

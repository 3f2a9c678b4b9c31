package org.wec7emu.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/**
 * Node's library basic-ftp with a small program around it, fetched by npm: the version, and what its archive must hash to, are
 * in {@code package-lock.json} beside the program.
 *
 * @param folder where program and library are, in {@code target}
 */
record BasicFtp(Path folder) {
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "client.js");
    private static final long LIMIT_SECONDS = 120;
    private static final Pattern VERSION = Pattern.compile("\"version\": *\"([^\"]+)\"");

    /** Fetches the library unless an earlier run has. Skips the test, saying why, where it can't be had. */
    static synchronized BasicFtp installed() throws IOException, InterruptedException {
        Path source = CommonsNetProgram.fileOf(BasicFtp.class.getResource("/basic-ftp"));
        Path folder = Files.createDirectories(Path.of("target", "basic-ftp").toAbsolutePath());
        for (String file : FILES) {
            Files.copy(source.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        BasicFtp library = new BasicFtp(folder);
        if (!Files.exists(library.manifest()) || !locked(folder).equals(library.version())) {
            library.fetch();
        }
        return library;
    }

    /** With the user's own settings of npm, which may name a mirror or a proxy. */
    private void fetch() throws IOException, InterruptedException {
        ClientProgram.BASIC_FTP.assumeInstalled();
        Path log = folder.resolve("npm.log");
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!npm.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || npm.exitValue() != 0) {
                throw new TestAbortedException(
                        "npm can't fetch basic-ftp: " + Files.readString(log).strip());
            }
        } finally {
            npm.descendants().forEach(ProcessHandle::destroyForcibly);
            npm.destroyForcibly();
        }
    }

    private Path manifest() {
        return folder.resolve("node_modules/basic-ftp/package.json");
    }

    String version() throws IOException {
        return version(Files.readString(manifest()));
    }

    private static String locked(Path folder) throws IOException {
        String lock = Files.readString(folder.resolve("package-lock.json"));
        return version(lock.substring(lock.indexOf("node_modules/basic-ftp")));
    }

    private static String version(String json) {
        Matcher version = VERSION.matcher(json);
        if (!version.find()) {
            throw new AssertionError("no version in: " + json);
        }
        return version.group(1);
    }

    /** The program's command line up to its arguments. */
    List<String> commandLine() {
        return List.of("node", folder.resolve("client.js").toString());
    }
}

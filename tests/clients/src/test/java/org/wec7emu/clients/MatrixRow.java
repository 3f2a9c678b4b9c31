package org.wec7emu.clients;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A client with options, as its user calls it: a row of the matrix.
 *
 * @param options those that matter for the data connection; empty for the client as it comes
 * @param errand what it is to do
 * @param call how it is called
 * @param says what it says to its user when it fails: the first group of the first match in its output
 */
record MatrixRow(ClientProgram client, String options, Kind errand, Call call, Pattern says) {
    /** What is on the device. */
    static final String REMOTE = "recipe.txt";

    /** What the client is to do with it. */
    enum Kind {
        /** Bring the file to {@link #local}. */
        DOWNLOAD,
        /** Print or show the root's listing. */
        LISTING
    }

    /** Makes the call for a device. */
    @FunctionalInterface
    interface Call {
        /** @param home the user's home, where the client runs; empty but for a file of settings perhaps */
        Invocation on(Target target, Path home) throws IOException, InterruptedException;
    }

    static MatrixRow download(ClientProgram client, String options, String says, Call call) {
        return new MatrixRow(client, options, Kind.DOWNLOAD, call, Pattern.compile(says));
    }

    static MatrixRow listing(ClientProgram client, String options, String says, Call call) {
        return new MatrixRow(client, options, Kind.LISTING, call, Pattern.compile(says));
    }

    /** Where a download goes. */
    static Path local(Path home) {
        return home.resolve(REMOTE);
    }

    @Override
    public String toString() {
        return client + (options.isEmpty() ? "" : ", " + options);
    }
}

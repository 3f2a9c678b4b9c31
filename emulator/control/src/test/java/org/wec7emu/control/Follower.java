package org.wec7emu.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Follows a journal by the bare protocol, and reads when it is told to. */
final class Follower implements AutoCloseable {
    private final Socket socket = new Socket();
    private final BufferedReader lines;

    /** @param path of the stream, with its parameters */
    Follower(ControlServer server, String path, String... headers) throws IOException {
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout((int) Controlled.LIMIT.toMillis());
        socket.connect(server.address());
        String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("", headers) + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Waits for a line that begins so; what follows the beginning. */
    String next(String beginning) throws IOException {
        long deadline = System.nanoTime() + Controlled.LIMIT.toNanos(); // a stream that lives is never silent for long
        for (String line = lines.readLine(); line != null && System.nanoTime() < deadline; line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
        throw new IOException("the stream doesn't bring " + beginning);
    }

    /** Reads until it is told that what is new will come. */
    Follower connected() throws IOException {
        next("retry:");
        return this;
    }

    /** All up to its end. */
    List<String> rest() {
        return lines.lines().toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

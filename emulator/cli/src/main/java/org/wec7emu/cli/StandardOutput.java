package org.wec7emu.cli;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** What was asked for: text, or bytes that are no text in the encoding of the terminal. */
final class StandardOutput extends PrintWriter {
    private final OutputStream bytes;

    StandardOutput(OutputStream out) {
        super(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), true);
        this.bytes = out;
    }

    /** Whether it went wrong shows in {@link #checkError}, as with text. */
    void print(byte[] file) {
        flush();
        PrintStream stream = new PrintStream(bytes, true);
        stream.write(file, 0, file.length);
        stream.flush();
        if (stream.checkError()) {
            setError();
        }
    }
}

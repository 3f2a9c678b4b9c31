package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** What one command did. */
record CommandLineRun(int exitCode, String out, String err) {
    static final String V604H = "CX8100_WEC7_LF_v604h_TC31_B4022.20";
    static final String BASELINE = "CX8100_WEC7_LF_pre-v604h";

    static CommandLineRun of(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int exitCode = run(out, err, arguments);
        return new CommandLineRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    /** What a command that doesn't fail printed, which needn't be text. */
    static byte[] bytesOf(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        assertThat(run(out, err, arguments)).as("%s", err).isZero();
        return out.toByteArray();
    }

    private static int run(OutputStream out, StringWriter err, String... arguments) {
        return Main.run(new StandardOutput(out), new PrintWriter(err, true), arguments);
    }
}

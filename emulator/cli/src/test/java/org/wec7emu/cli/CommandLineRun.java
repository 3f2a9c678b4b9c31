package org.wec7emu.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What one command did. */
record CommandLineRun(int exitCode, String out, String err) {
    static final String V604H = "CX8100_WEC7_LF_v604h_TC31_B4022.20";
    static final String BASELINE = "CX8100_WEC7_LF_pre-v604h";

    static CommandLineRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }
}

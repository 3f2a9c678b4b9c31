package org.wec7emu.measure.probe;

import java.io.IOException;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.measure.client.Heard.End;
import org.wec7emu.measure.client.Heard.Reply;

/** What answers is no FTP server; the message says what it said. */
public final class NoFtpServerException extends IOException {
    NoFtpServerException(String server, Heard heard) {
        super(server + words(heard));
    }

    private static String words(Heard heard) {
        if (heard instanceof Reply reply) {
            String line = reply.text().replaceAll("[^ -~]", "?");
            return " answers, but not as an FTP server does: " + line.substring(0, Math.min(line.length(), 80));
        }
        return heard instanceof End
                ? " takes the connection and ends it without a greeting"
                : " takes the connection, and says nothing";
    }
}

package org.wec7emu.measure.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.measure.client.Heard.Reply;

/** An upload in which nothing is sent. */
final class StalledUpload extends Writing {
    private final Duration most;

    StalledUpload(String directory, Duration most) {
        super(
                "how long an upload may stand still (up to " + most.toSeconds() + " s)",
                directory,
                List.of(FILE),
                "ftp.data-stall");
        this.most = most;
        mayOpen(2);
        mayLogIn(2);
        mayTransfer(1);
        maySend(1, "STOR {name}", "CDUP");
        maySendData(1, TEXT);
    }

    @Override
    void inPlace(Interview it) throws IOException {
        try (Upload upload = Upload.begin(it, "STOR {name}", FILE)) {
            Duration sent = it.transcript().now();
            upload.send(TEXT);
            Heard heard = it.next(most);
            if (heard instanceof Reply reply && reply.code() == 421) {
                it.answers().leftOpen("ftp.data-stall", "the session was ended before, as an idle one is");
            }
            Timers.settle(it.answers(), "ftp.data-stall", heard, code -> code >= 400 && code != 421, sent, most);
        }
    }
}

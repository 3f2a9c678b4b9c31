package org.wec7emu.measure.probe;

import java.io.IOException;
import java.util.List;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.measure.client.Heard.Reply;

/** Uploads that are broken off. */
final class InterruptedUploads extends Writing {
    InterruptedUploads(String directory) {
        super(
                "what becomes of uploads that are broken off",
                directory,
                List.of(FILE, OTHER, INNER),
                "ftp.abort",
                "ftp.disconnect",
                "ftp.broken-upload",
                ReplyLines.key("transfer-aborted"));
        mayOpen(2);
        mayLogIn(2);
        mayTransfer(4);
        maySend(1, "ABOR", "CDUP");
        maySend(3, "STOR {name}");
        maySend(1, "RETR {name}");
        maySendData(6, TEXT);
    }

    @Override
    void inPlace(Interview it) throws IOException {
        broken(it);
        aborted(it);
        disconnected(it);
    }

    private static void broken(Interview it) throws IOException {
        try (Upload upload = Upload.begin(it, "STOR {name}", FILE)) {
            upload.send(TEXT);
            upload.reset();
        }
        Reply reply = it.next();
        if (reply.code() == 426) {
            ReplyLines.settle(it.answers(), "transfer-aborted", reply);
            Transfer download = Transfer.of(it, "RETR {name}", FILE);
            it.answers().found("ftp.broken-upload", download.isComplete() ? "kept" : "removed");
        } else {
            it.answers().leftOpen("ftp.broken-upload", "an upload that breaks is answered by " + reply.code());
        }
    }

    private static void aborted(Interview it) throws IOException {
        Heard early;
        try (Upload upload = Upload.begin(it, "STOR {name}", OTHER)) {
            upload.send(TEXT);
            it.send("ABOR");
            early = it.next(it.settings().quiet());
            upload.sendIfTaken(TEXT);
            upload.end();
        }
        int code = (early instanceof Heard.Silence ? it.next() : Interview.expectReply(early, "ABOR")).code();
        if (code == 426) {
            it.answers().found("ftp.abort", "at-once");
        } else if (early instanceof Heard.Silence) {
            it.answers().found("ftp.abort", "after-transfer");
        } else {
            it.answers().leftOpen("ftp.abort", "ABOR in an upload is answered by " + code + " before its end");
        }
        it.next();
    }

    private static void disconnected(Interview it) throws IOException {
        try (Upload upload = Upload.begin(it, "STOR {name}", INNER)) {
            upload.send(TEXT);
            it.control().endOutput();
            Heard heard = it.next(it.settings().quiet());
            if (heard instanceof Heard.Silence) {
                upload.sendIfTaken(TEXT);
                upload.end();
                heard = it.next(it.settings().patience());
            }
            boolean whole = heard instanceof Reply reply && reply.code() / 100 == 2;
            if (heard instanceof Heard.Silence) {
                it.answers().leftOpen("ftp.disconnect", "nothing is heard of the transfer");
            } else {
                it.answers().found("ftp.disconnect", whole ? "finishes-transfer" : "ends-transfer");
            }
        }
    }
}

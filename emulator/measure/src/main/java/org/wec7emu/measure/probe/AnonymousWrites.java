package org.wec7emu.measure.probe;

import java.io.IOException;
import org.wec7emu.measure.client.Heard.Reply;

/** Whether anonymous may write. */
final class AnonymousWrites extends Question {
    private final String directory;

    AnonymousWrites(String directory) {
        super("whether anonymous may write", "ftp.allow-anonymous-upload", "ftp.directories-need-write");
        this.directory = directory;
        mayOpen(1);
        maySend(1, "USER anonymous", "PASS guest", "QUIT", "CWD " + directory);
        mayTransfer(1);
        maySend(1, "STOR wec7emu-probe.txt", "DELE wec7emu-probe.txt", "MKD " + Writing.PLACE, "RMD " + Writing.PLACE);
    }

    @Override
    void ask(Interview it) throws IOException {
        Interview.expectReply(it.open(), "the connection");
        Reply user = it.ask("USER anonymous");
        if ((user.code() == 331 ? it.ask("PASS guest") : user).code() / 100 != 2) {
            throw new NoAnswerException("anonymous isn't let in");
        }
        if (it.ask("CWD " + directory).code() / 100 != 2) {
            throw new NoAnswerException("anonymous has no directory " + directory);
        }
        boolean allowed = uploads(it);
        it.answers().found("ftp.allow-anonymous-upload", Boolean.toString(allowed));
        if (allowed) {
            it.ask("DELE wec7emu-probe.txt");
            it.answers().leftOpen("ftp.directories-need-write", "no user is known who may not write");
        } else {
            boolean made = it.ask("MKD " + Writing.PLACE).code() / 100 == 2;
            it.answers().found("ftp.directories-need-write", Boolean.toString(!made));
            if (made) {
                it.ask("RMD " + Writing.PLACE);
            }
        }
        it.quit();
    }

    private static boolean uploads(Interview it) throws IOException {
        try (Upload upload = Upload.begin(it, "STOR wec7emu-probe.txt")) {
            upload.end();
        } catch (Upload.RefusedException e) {
            return false;
        }
        return it.next().code() / 100 == 2;
    }
}

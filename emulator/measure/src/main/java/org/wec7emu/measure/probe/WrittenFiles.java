package org.wec7emu.measure.probe;

import java.io.IOException;
import java.util.List;
import org.wec7emu.measure.client.Heard.Reply;

/** Files and directories: names, renaming, line ends. */
final class WrittenFiles extends Writing {
    WrittenFiles(String directory) {
        super(
                "names, renaming and line ends of files that it makes",
                directory,
                List.of(FILE, OTHER, INNER + "/" + FILE),
                ReplyLines.key("created"),
                ReplyLines.key("rename-pending"),
                "ftp.rename-overwrites",
                "ftp.type-a",
                "ftp.listing-wildcards",
                "ftp.nlst-argument",
                "ftp.nlst-names",
                "ftp.shown-directory");
        mayOpen(2);
        mayLogIn(2);
        mayTransfer(8);
        maySend(1, "MKD " + INNER, "RMD " + INNER, "TYPE I", "TYPE A", "CDUP");
        maySend(3, "STOR {name}");
        maySendData(3, TEXT);
        maySend(1, "RETR " + FILE, "LIST", "RNFR " + FILE, "RNTO " + OTHER);
        maySend(1, "LIST {pattern}", "NLST", "NLST {name}", "CWD {othercase}", "PWD");
    }

    @Override
    void made(Interview it, Reply made) {
        if (made.code() == 257) {
            ReplyLines.settle(it.answers(), "created", made, ReplyLines.withPath(made.text()));
        }
    }

    @Override
    void removeRest(Interview it) throws IOException {
        it.ask("RMD " + INNER);
    }

    @Override
    void inPlace(Interview it) throws IOException {
        it.ask("MKD " + INNER);
        it.ask("TYPE I");
        store(it, FILE);
        store(it, OTHER);
        store(it, INNER + "/" + FILE);
        it.ask("TYPE A");
        Transfer download = Transfer.of(it, "RETR " + FILE);
        download.data().ifPresent(data -> typeA(it.answers(), data));
        Transfer list = Transfer.of(it, "LIST");
        Listing.of(list.data().orElse("")).entries().stream().findFirst().ifPresent(entry -> it.answers()
                .remark("LIST", entry.style() + ", names from column " + entry.nameColumn()));
        Clock.remark(it.answers(), list.data().orElse(""), FILE);
        Reply from = it.ask("RNFR " + FILE);
        if (from.code() == 350) {
            ReplyLines.settle(it.answers(), "rename-pending", from);
            it.answers()
                    .found(
                            "ftp.rename-overwrites",
                            Boolean.toString(it.ask("RNTO " + OTHER).code() / 100 == 2));
        }
        Names.ask(it, INNER);
    }

    private static void typeA(Answers answers, String data) {
        if (data.startsWith("a\n")) {
            answers.found("ftp.type-a", "as-stored");
        } else if (data.startsWith("a\r\n")) {
            answers.found("ftp.type-a", "line-ends");
        } else {
            answers.leftOpen("ftp.type-a", "line ends come as nothing that a profile has a word for");
        }
    }

    private static void store(Interview it, String name) throws IOException {
        try (Upload upload = Upload.begin(it, "STOR {name}", name)) {
            upload.send(TEXT);
            upload.end();
        }
        it.next();
    }
}

package org.wec7emu.soak;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.wec7emu.fault.FaultKind;

/** Commons Net: fetches a file, or stores one. */
final class LibraryClient implements Client {
    private static final int SIZE = 120_000;

    @Override
    public String name() {
        return "Commons Net";
    }

    @Override
    public void visit(Visit visit, String mine, SplittableRandom random) throws IOException {
        boolean mute = visit.then().mute() || visit.then().has(FaultKind.SESSION_LIMIT);
        int patience = (int) (mute ? Visit.SILENCE : Visit.PATIENCE).toMillis();
        FTPClient ftp = new FTPClient();
        ftp.setConnectTimeout(patience);
        ftp.setDefaultTimeout(patience);
        try {
            ftp.connect(visit.site().device().host(), visit.site().device().port());
            visit.comesFrom(ftp.getLocalPort());
            visit.demand(!mute, () -> "the device greeted");
            transfer(ftp, visit, mine, random);
        } catch (SocketTimeoutException | org.apache.commons.net.ftp.FTPConnectionClosedException e) {
            visit.demand(mute, e::toString);
            visit.count("connects without an answer");
        } finally {
            ftp.disconnect();
        }
    }

    private static void transfer(FTPClient ftp, Visit visit, String mine, SplittableRandom random) throws IOException {
        ftp.setDataTimeout(Visit.PATIENCE);
        boolean loggedIn =
                ftp.login(visit.site().device().user(), visit.site().device().password())
                        && ftp.setFileType(FTP.BINARY_FILE_TYPE);
        visit.demand(loggedIn, () -> "login: " + ftp.getReplyString());
        if (!loggedIn) {
            return;
        }
        if (visit.then().passive() && random.nextBoolean()) {
            ftp.setUseEPSVwithIPv4(random.nextBoolean());
            ftp.enterLocalPassiveMode();
            ftp.setConnectTimeout((int) Duration.ofSeconds(5).toMillis());
        }
        if (random.nextInt(3) == 0) {
            store(ftp, visit, mine);
        } else {
            fetch(ftp, visit, random);
        }
        ftp.logout();
    }

    private static void fetch(FTPClient ftp, Visit visit, SplittableRandom random) throws IOException {
        List<Content> files = visit.site().shelf().fixed();
        Content content = files.get(random.nextInt(files.size()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean good = ftp.retrieveFile(content.name(), bytes);
        if (good) {
            visit.downloaded(content, bytes.toByteArray());
        }
        visit.demand(good || !visit.then().reads(), () -> "RETR: " + ftp.getReplyString());
    }

    private static void store(FTPClient ftp, Visit visit, String mine) throws IOException {
        Content content = visit.site().shelf().content(mine + "l.bin", SIZE);
        visit.site().shelf().begin(content);
        boolean good = ftp.storeFile(content.name(), new ByteArrayInputStream(content.bytes()));
        if (good) {
            visit.uploaded(content);
            visit.site().shelf().begin(content);
            if (ftp.deleteFile(content.name())) {
                visit.removed(content);
            }
        }
        visit.demand(good || !visit.then().writes(), () -> "STOR: " + ftp.getReplyString());
    }
}

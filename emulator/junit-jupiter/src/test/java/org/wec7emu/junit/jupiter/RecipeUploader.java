package org.wec7emu.junit.jupiter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.apache.commons.net.ftp.FTPClient;

/** What README's example tests: as somebody may have written it, active mode unless told. */
final class RecipeUploader {
    private static final Duration TIMER = Duration.ofSeconds(2);

    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private boolean passive;

    RecipeUploader(String host, int port, String user, String password) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    RecipeUploader passively() {
        passive = true;
        return this;
    }

    void upload(String recipe) throws IOException {
        FTPClient ftp = new FTPClient();
        ftp.setConnectTimeout((int) TIMER.toMillis());
        ftp.setDataTimeout(TIMER);
        ftp.connect(host, port);
        try {
            ftp.login(user, password);
            if (passive) {
                ftp.enterLocalPassiveMode();
            }
            if (!ftp.storeFile(recipe, new ByteArrayInputStream(new byte[] {'1', '\n'}))) {
                throw new IOException(ftp.getReplyString());
            }
            ftp.logout();
        } finally {
            ftp.disconnect();
        }
    }
}

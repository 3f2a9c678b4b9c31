package org.wec7emu.control;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.net.ftp.FTPClient;
import org.wec7emu.device.Device;

/** A client that is logged in, in active mode. */
final class FtpSession implements AutoCloseable {
    private final FTPClient client = new FTPClient();

    FtpSession(Device device) throws IOException {
        client.setConnectTimeout((int) Controlled.LIMIT.toMillis());
        client.connect(device.host(), device.port());
        client.setSoTimeout((int) Controlled.LIMIT.toMillis());
        if (!client.login(device.user(), device.password())) {
            throw new IOException(client.getReplyString());
        }
    }

    FTPClient client() {
        return client;
    }

    boolean store(String name, String content) throws IOException {
        return client.storeFile(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Tries a passive data connection for a moment; whether it came about. */
    boolean passive() throws IOException {
        client.enterLocalPassiveMode();
        client.setDataTimeout(java.time.Duration.ofSeconds(1));
        client.setConnectTimeout(1_000);
        try {
            return client.listNames() != null;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } finally {
            client.enterLocalActiveMode();
        }
    }

    @Override
    public void close() throws IOException {
        client.disconnect();
    }
}

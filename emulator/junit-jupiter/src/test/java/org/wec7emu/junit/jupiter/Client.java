package org.wec7emu.junit.jupiter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.commons.net.ftp.FTPClient;
import org.wec7emu.device.Device;

/** A client as tests of users have one: Apache Commons Net. */
final class Client {
    private static final Duration TIMER = Duration.ofSeconds(2);

    private Client() {}

    static void upload(Device device, String name) throws IOException {
        upload(device, name, false);
    }

    static void uploadPassively(Device device, String name) throws IOException {
        upload(device, name, true);
    }

    private static void upload(Device device, String name, boolean passive) throws IOException {
        FTPClient client = new FTPClient();
        client.setConnectTimeout((int) TIMER.toMillis());
        client.setDataTimeout(TIMER);
        client.connect(device.host(), device.port());
        try {
            client.login(device.user(), device.password());
            if (passive) {
                client.enterLocalPassiveMode();
            }
            byte[] content = "content\n".getBytes(StandardCharsets.UTF_8);
            if (!client.storeFile(name, new ByteArrayInputStream(content))) {
                throw new IOException(client.getReplyString().strip());
            }
            client.logout();
        } finally {
            client.disconnect();
        }
    }
}

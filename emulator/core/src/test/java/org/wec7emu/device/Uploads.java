package org.wec7emu.device;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;

/** Transfers that may break off. */
final class Uploads {
    private Uploads() {}

    /** Bytes that differ from one place to the next. */
    static byte[] content(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** Uploads actively as far as the device lets it; the final reply, or empty when the session ended without. */
    static String upload(RawClient client, String name, byte[] content) throws IOException {
        try (ServerSocket listener = client.listen()) {
            client.port(listener);
            if (!client.command("STOR " + name).startsWith("150 ")) {
                throw new AssertionError("STOR was refused");
            }
            try (Socket data = RawClient.accepted(listener)) {
                data.getOutputStream().write(content);
            } catch (IOException e) {
                // broken off; the reply says why, if there is one
            }
            return lastReply(client);
        }
    }

    /** Downloads actively as far as the device sends. */
    static byte[] download(RawClient client, String name) throws IOException {
        try (ServerSocket listener = client.listen()) {
            client.port(listener);
            if (!client.command("RETR " + name).startsWith("150 ")) {
                throw new AssertionError("RETR was refused");
            }
            try (Socket data = RawClient.accepted(listener)) {
                return data.getInputStream().readAllBytes();
            }
        }
    }

    static String lastReply(RawClient client) {
        try {
            return client.reply();
        } catch (IOException e) {
            return "";
        }
    }
}

package org.wec7emu.junit.jupiter;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wec7emu.device.Device;

/** The devices that cases had. */
final class Seen {
    private static final List<Device> DEVICES = new CopyOnWriteArrayList<>();

    private Seen() {}

    static void forget() {
        DEVICES.clear();
    }

    static void add(Device device) {
        DEVICES.add(device);
    }

    static List<Device> devices() {
        return List.copyOf(DEVICES);
    }

    static boolean answers(Device device) {
        try (Socket socket = new Socket(device.host(), device.port())) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

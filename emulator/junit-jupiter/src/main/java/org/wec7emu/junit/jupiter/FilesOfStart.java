package org.wec7emu.junit.jupiter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.wec7emu.device.Device;

/** Files that a test wants to be on its device from the beginning. */
final class FilesOfStart {
    private FilesOfStart() {}

    /**
     * Puts them there; closes the device when that can't be done.
     *
     * @param files contents by names below the FTP server's directory, with {@code /} between directories
     */
    static Device put(Map<String, String> files, Device device) {
        Path root = device.ftpRoot().normalize();
        for (Map.Entry<String, String> file : files.entrySet()) {
            try {
                Path place = root.resolve(file.getKey()).normalize();
                if (!place.startsWith(root)) {
                    throw new IOException("it lies outside of the directory that clients see");
                }
                Files.createDirectories(place.getParent());
                Files.writeString(place, file.getValue());
            } catch (IOException e) {
                close(device, e);
                throw new ExtensionConfigurationException(
                        "file " + file.getKey() + " can't be put on the device: " + e.getMessage(), e);
            }
        }
        return device;
    }

    private static void close(Device device, Exception why) {
        try {
            device.close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }
}

package org.wec7emu.junit.jupiter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.wec7emu.device.Device;
import org.wec7emu.device.DeviceBuilder;
import org.wec7emu.device.PortOffset;
import org.wec7emu.path.NetworkPath;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileReader;

/**
 * What device a test wants.
 *
 * @param image name, unique beginning of one, or path of a profile
 * @param state empty for the image's default state
 * @param reset whether it is put back to its start before each test, if several have it
 * @param further what the caller wants besides
 * @param files their contents by their names below the FTP server's directory
 */
record DeviceSettings(
        String image,
        String state,
        NetworkPath path,
        boolean services,
        boolean reset,
        Customizer further,
        Map<String, String> files) {
    DeviceSettings {
        files = Map.copyOf(files);
    }

    /** Changes a device's description before it starts. */
    @FunctionalInterface
    interface Customizer {
        void customize(DeviceBuilder builder);
    }

    static DeviceSettings of(Wec7Device annotation) {
        return new DeviceSettings(
                annotation.image(),
                annotation.state(),
                annotation.path(),
                annotation.services(),
                annotation.reset(),
                builder -> {},
                Map.of());
    }

    /** @throws ExtensionConfigurationException when there is no such image or state, or it can't be started; it says why */
    Device start() {
        DeviceBuilder builder =
                Device.builder(profile()).path(path).services(services).portOffset(PortOffset.ANY_FREE);
        if (!state.isEmpty()) {
            builder.state(state);
        }
        further.customize(builder);
        Device device;
        try {
            device = builder.start();
        } catch (IOException | IllegalArgumentException e) {
            throw new ExtensionConfigurationException("no device of image " + image + ": " + e.getMessage(), e);
        }
        return FilesOfStart.put(files, device);
    }

    private DeviceProfile profile() {
        try {
            ProfileCatalog catalog = ProfileCatalog.bundled();
            boolean file = image.endsWith(".yaml") || image.endsWith(".yml");
            return file ? ProfileReader.read(Path.of(image), catalog) : catalog.find(image);
        } catch (ProfileException | IOException e) {
            throw new ExtensionConfigurationException("no device of image " + image + ": " + e.getMessage(), e);
        }
    }
}

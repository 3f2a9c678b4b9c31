package org.wec7emu.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.wec7emu.device.Talk.Script;
import org.wec7emu.profile.DeviceProfile;

/**
 * A value of a switch, and a conversation that shows what it does.
 *
 * @param key in {@code ftp:}
 * @param value as in a profile
 * @param others settings that the conversation needs
 * @param guest whether it begins before login
 */
record SwitchCase(String key, String value, List<String> others, boolean guest, Script script) {
    static SwitchCase of(String key, String value, Script script, String... others) {
        return new SwitchCase(key, value, List.of(others), false, script);
    }

    static SwitchCase guest(String key, String value, Script script, String... others) {
        return new SwitchCase(key, value, List.of(others), true, script);
    }

    /** The image whose firewall is off, with this value. */
    DeviceProfile profile() {
        List<String> settings = new ArrayList<>(others);
        settings.add(key + ": " + value);
        return Devices.openWithFtp(settings.toArray(String[]::new));
    }

    /** What was said and heard. */
    List<String> run() {
        try (Device device = Devices.started(profile())) {
            Scene.set(device.ftpRoot());
            try (Talk talk = guest ? Talk.greeted(device, WireForm.PLAIN) : Talk.loggedIn(device, WireForm.PLAIN)) {
                script.run(talk);
                return talk.exchanges();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(this + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return key + ": " + value;
    }
}

package org.wec7emu.profile.registry;

import java.util.List;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.registry.RegistryKey;

/**
 * A device whose registry was changed.
 *
 * @param before the profile that it was
 * @param profile the profile that it is now
 * @param withoutEffect values set by the files that mean nothing to the emulator; they are part of the profile as well
 * @param remarks what a user should know, each {@code file:line:column: sentence}
 */
public record RegistryReading(
        DeviceProfile before, DeviceProfile profile, List<RegistryKey> withoutEffect, List<String> remarks) {
    public RegistryReading {
        withoutEffect = List.copyOf(withoutEffect);
        remarks = List.copyOf(remarks);
    }

    /** How many values have no effect. */
    public int valuesWithoutEffect() {
        return withoutEffect.stream().mapToInt(key -> key.values().size()).sum();
    }
}

package org.wec7emu.device;

import java.lang.reflect.RecordComponent;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.profile.DeviceProfile;

/** A device with fewer ephemeral ports, which no profile may say, so that a test sees the last of them. */
final class FewPorts {
    private FewPorts() {}

    /** The image before v604h, with that range. */
    static DeviceProfile of(String range) {
        DeviceProfile whole = Devices.image(Devices.BASELINE);
        RecordComponent[] components = DeviceProfile.class.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = components[i].getName().equals("ephemeralPorts")
                        ? PortRange.parse(range)
                        : components[i].getAccessor().invoke(whole);
            }
            return DeviceProfile.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}

package org.wec7emu.junit.jupiter;

import org.wec7emu.device.Device;

/** Assertions over what a device saw, in AssertJ's style. They need AssertJ on the class path, which this module doesn't bring. */
public final class DeviceAssertions {
    private DeviceAssertions() {}

    /** Begins to say what a client is to have done, since the device was started or put back to its start. */
    public static DeviceAssert assertThat(Device device) {
        return new DeviceAssert(device);
    }
}

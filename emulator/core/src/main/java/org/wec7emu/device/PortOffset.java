package org.wec7emu.device;

import java.util.OptionalInt;
import org.wec7emu.host.PortMap;

/**
 * How the host's ports follow from the device's.
 *
 * @param fixed added to 20 and 21, 0 to 16000; empty for any offset whose ports are free
 */
public record PortOffset(OptionalInt fixed) {
    /** The host's 2121 is the device's 21: needs no privilege, and is the same for everybody. */
    public static final PortOffset USUAL = of(2100);

    /** The device's ports have their own numbers on the host: for an address of its own. Ports 20 and 21 want a privilege. */
    public static final PortOffset NONE = of(0);

    /** Any offset whose ports are free: for tests that run side by side. */
    public static final PortOffset ANY_FREE = new PortOffset(OptionalInt.empty());

    /** @throws IllegalArgumentException when the offset is outside 0 to 16000 */
    public PortOffset {
        if (fixed.isPresent() && (fixed.getAsInt() < 0 || fixed.getAsInt() > PortMap.HIGHEST_OFFSET)) {
            throw new IllegalArgumentException(
                    "port offset " + fixed.getAsInt() + " is outside 0-" + PortMap.HIGHEST_OFFSET);
        }
    }

    public static PortOffset of(int offset) {
        return new PortOffset(OptionalInt.of(offset));
    }
}

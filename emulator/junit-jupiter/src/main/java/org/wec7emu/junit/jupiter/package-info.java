/**
 * Devices in tests of JUnit Jupiter, 5.10 and later and 6: {@link org.wec7emu.junit.jupiter.Wec7Device} on a class, field or
 * parameter, or {@link org.wec7emu.junit.jupiter.Wec7DeviceExtension} with its builder.
 */
@NullMarked
package org.wec7emu.junit.jupiter;

import org.jspecify.annotations.NullMarked;

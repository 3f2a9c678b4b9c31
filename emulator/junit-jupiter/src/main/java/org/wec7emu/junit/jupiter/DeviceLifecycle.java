package org.wec7emu.junit.jupiter;

/** How long a device of a test class lives. */
public enum DeviceLifecycle {
    /** Each test has a device of its own: nothing of another test is on it, and tests may run at the same time. */
    PER_TEST,
    /** All tests of the class, and of its nested classes, have one device with one port. */
    PER_CLASS
}

package org.wec7emu.measure.behaviour;

/** How a data connection is arranged. */
enum DataMode {
    PORT(true),
    EPRT(true),
    PASV(false),
    EPSV(false);

    private final boolean active;

    DataMode(boolean active) {
        this.active = active;
    }

    /** Whether the device dials the client. */
    boolean isActive() {
        return active;
    }

    Topic topic() {
        return active ? Topic.ACTIVE : Topic.PASSIVE;
    }
}

package org.wec7emu.check;

/** What came of a client with a device. */
public enum ClientVerdict {
    /** Its transfers are complete, each at the first attempt. */
    WORKS("works"),
    /** Its transfers are complete, but it lost time on a data connection that couldn't be had. */
    WORKS_AFTER_FALLBACK("works, but loses time before it falls back"),
    /** It asked for passive mode, and the device's firewall dropped its connect. */
    PASSIVE_BLOCKED("the device's firewall drops its passive data connection"),
    /** The device's firewall dropped its connect to port 21. */
    CONTROL_BLOCKED("the device's firewall drops its control connection"),
    /** It asked for active mode, and the device couldn't reach the port that it announced. */
    ACTIVE_UNREACHABLE("the device can't reach it in active mode"),
    /** It gave up: the last that it asked for is a command that the device hasn't got, and that it had not gone on without before. */
    UNSUPPORTED_COMMAND("gives up over a command that the device hasn't got"),
    /** The device refused user and password. */
    LOGIN_REFUSED("isn't let in"),
    /** It failed for another reason than those, often its own, or didn't end; or a transfer broke off. */
    CLIENT_FAILED("fails for another reason"),
    /** It was content, and yet transferred nothing. */
    NOTHING_TRANSFERRED("is content, but transfers nothing"),
    /** It never came to port 21. */
    NO_CONNECTION("never comes to the device");

    private final String meaning;

    ClientVerdict(String meaning) {
        this.meaning = meaning;
    }

    /** What it says of a client, as in "the client ...". */
    public String meaning() {
        return meaning;
    }

    /** Whether the client did what it was to do. */
    public boolean works() {
        return this == WORKS || this == WORKS_AFTER_FALLBACK;
    }

    /** Whether a firewall or NAT, the device's or the client's, was in the way. */
    public boolean blocked() {
        return this == PASSIVE_BLOCKED || this == CONTROL_BLOCKED || this == ACTIVE_UNREACHABLE;
    }
}

package org.wec7emu.firewall.enforce;

/** The ways to enforce a rule set, strongest first. */
public enum EnforcementLevel {
    /** The kernel's packet filter, for an address of the device's own; see {@code org.wec7emu.firewall.enforce.nftables}. */
    NFTABLES("nftables"),
    /** A packet filter program on each listening socket; see {@code org.wec7emu.firewall.enforce.socket}. */
    SOCKET("socket"),
    /** Listening sockets whose accept queue is kept full; see {@code org.wec7emu.firewall.enforce.backlog}. */
    BACKLOG("backlog");

    private final String label;

    EnforcementLevel(String label) {
        this.label = label;
    }

    /** The word for it on the command line. */
    public String label() {
        return label;
    }
}

package org.wec7emu.path;

import java.util.Arrays;
import java.util.Optional;

/**
 * What stands between a client and the device on the client's side. It lets through what the client begins, so control
 * connections and passive data connections pass, to meet the device's own firewall. What it makes of the connection that the
 * device begins in active mode is the difference. Source: CX8191 manual, chapter FTP Server.
 *
 * <p>An attempt that gets lost isn't even sent: it is silence to both ends, and the device's own timer ends it.
 *
 * <p>Left out is a NAT that speaks FTP itself (an application layer gateway, such as Linux's nf_nat_ftp): it writes its own
 * address into PORT and lets the device in, so to both ends it is {@link #DIRECT}.
 */
public enum NetworkPath {
    /** Nothing: the device reaches the client. */
    DIRECT("direct", "nothing stands between clients and the device", ""),

    /**
     * A network address translation that knows nothing of FTP. What the client announces by PORT or EPRT is an address of its
     * private network, which leads nowhere from the device; the device sees the client under the NAT's public address. Here the
     * public one is the address that the client connects from; a client on loopback announces that same 127.0.0.1, which stands
     * for its private address all the same. As the two differ behind a NAT, they aren't compared: the device takes whatever is
     * announced and dials it, as the manual draws it. Whether a device refuses such a PORT at once is unknown.
     */
    CLIENT_NAT(
            "client-nat",
            "clients are behind a NAT: the address that one announces leads nowhere from the device",
            "the client is behind a NAT; the address that it announced is a private one, which leads nowhere from the device"),

    /** A firewall that lets nothing in which the client hasn't begun. */
    CLIENT_FIREWALL(
            "client-firewall",
            "clients are behind a firewall that lets in nothing they haven't begun",
            "the client is behind a firewall, which lets in nothing that the client hasn't begun");

    private final String label;
    private final String description;
    private final String whyDialsGetLost;

    NetworkPath(String label, String description, String whyDialsGetLost) {
        this.label = label;
        this.description = description;
        this.whyDialsGetLost = whyDialsGetLost;
    }

    /** The path of that {@linkplain #label label}, if there is one; case plays no part. */
    public static Optional<NetworkPath> labelled(String label) {
        return Arrays.stream(values())
                .filter(path -> path.label.equalsIgnoreCase(label))
                .findFirst();
    }

    /** How users write it, as in {@code client-nat}. */
    public String label() {
        return label;
    }

    /** What it is, for a person. */
    public String description() {
        return description;
    }

    /** Whether the device can open a connection to a client. */
    public boolean letsDeviceIn() {
        return whyDialsGetLost.isEmpty();
    }

    /** Why the device's attempt to connect to a client gets lost, in a sentence; empty where it arrives. */
    public String whyDialsGetLost() {
        return whyDialsGetLost;
    }

    /** Whether the address that a client announces is another one than the device sees it under. */
    public boolean translatesAddresses() {
        return this == CLIENT_NAT;
    }

    @Override
    public String toString() {
        return label;
    }
}

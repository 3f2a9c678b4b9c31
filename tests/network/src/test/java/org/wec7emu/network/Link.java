package org.wec7emu.network;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/** A cable between two namespaces. Goes with either of them. */
final class Link {
    /** Of its end in either namespace. */
    static final String DEVICE = "eth0";

    private Link() {}

    /**
     * Lays it, with addresses at both ends that are of one network: the /24 in IPv4, the /64 in IPv6.
     *
     * @param addressesOfOne of the end in {@code one}
     */
    static void between(
            Namespace one, List<InetAddress> addressesOfOne, Namespace other, List<InetAddress> addressesOfOther)
            throws IOException, InterruptedException {
        String pid = Long.toString(other.pid());
        one.run("ip", "link", "add", DEVICE, "type", "veth", "peer", "name", DEVICE, "netns", pid);
        configure(one, addressesOfOne);
        configure(other, addressesOfOther);
    }

    private static void configure(Namespace namespace, List<InetAddress> addresses)
            throws IOException, InterruptedException {
        for (InetAddress address : addresses) {
            addAddress(namespace, DEVICE, address);
        }
        namespace.run("ip", "link", "set", DEVICE, "up");
    }

    /** Without duplicate address detection, for which an IPv6 address would have to wait. */
    static void addAddress(Namespace namespace, String device, InetAddress address)
            throws IOException, InterruptedException {
        boolean ipv4 = address.getAddress().length == 4;
        String withPrefix = address.getHostAddress() + (ipv4 ? "/24" : "/64");
        if (ipv4) {
            namespace.run("ip", "address", "add", withPrefix, "dev", device);
        } else {
            namespace.run("ip", "address", "add", withPrefix, "dev", device, "nodad");
        }
    }
}

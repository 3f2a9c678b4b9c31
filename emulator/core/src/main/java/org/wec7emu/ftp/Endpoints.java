package org.wec7emu.ftp;

import java.net.Inet6Address;
import java.net.InetSocketAddress;

/** Addresses with ports, for people. */
final class Endpoints {
    private Endpoints() {}

    /** As in {@code 127.0.0.1:4242} or {@code [::1]:4242}. */
    static String text(InetSocketAddress endpoint) {
        String address = endpoint.getAddress().getHostAddress();
        boolean sixth = endpoint.getAddress() instanceof Inet6Address;
        return (sixth ? "[" + address + "]" : address) + ":" + endpoint.getPort();
    }
}

package org.wec7emu.host;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.wec7emu.firewall.AddressLiteral;

/** Addresses for people and URLs: IPv6 in the short form of RFC 5952. */
public final class AddressText {
    private AddressText() {}

    /** As in {@code 127.0.0.1} or {@code fe80::1%eth0}. */
    public static String of(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        String literal = address.getHostAddress();
        int scope = literal.indexOf('%');
        return AddressLiteral.of(address) + (scope < 0 ? "" : literal.substring(scope));
    }

    /** As a URL has it: IPv6 in brackets. */
    public static String inUrl(InetAddress address) {
        return address instanceof Inet6Address ? "[" + of(address) + "]" : of(address);
    }

    /** As in {@code 127.0.0.1:4242} or {@code [::1]:4242}. */
    public static String of(InetSocketAddress endpoint) {
        return inUrl(endpoint.getAddress()) + ":" + endpoint.getPort();
    }
}

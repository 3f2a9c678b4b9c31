package org.wec7emu.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** Addresses of the two ranges that are reserved for documentation: 192.0.2.0/24 and 2001:db8::/32. */
final class Addresses {
    static final InetAddress DEVICE = address("192.0.2.21");
    static final InetAddress DEVICE_IPV6 = address("2001:db8::21");
    static final InetAddress CLIENT = address("192.0.2.7");
    static final InetAddress CLIENT_IPV6 = address("2001:db8::7");

    private Addresses() {}

    /** @param literal an address, never a name */
    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static List<InetAddress> addresses(String... literals) {
        return Stream.of(literals).map(Addresses::address).toList();
    }
}

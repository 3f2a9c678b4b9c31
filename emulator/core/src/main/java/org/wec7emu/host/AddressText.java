package org.wec7emu.host;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Addresses for people and URLs: IPv6 in the short form of RFC 5952. */
public final class AddressText {
    private static final int GROUPS = 8;

    private AddressText() {}

    /** As in {@code 127.0.0.1} or {@code fe80::1%eth0}. */
    public static String of(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        String literal = address.getHostAddress();
        int scope = literal.indexOf('%');
        return shortened(address.getAddress()) + (scope < 0 ? "" : literal.substring(scope));
    }

    /** As a URL has it: IPv6 in brackets. */
    public static String inUrl(InetAddress address) {
        return address instanceof Inet6Address ? "[" + of(address) + "]" : of(address);
    }

    /** As in {@code 127.0.0.1:4242} or {@code [::1]:4242}. */
    public static String of(InetSocketAddress endpoint) {
        return inUrl(endpoint.getAddress()) + ":" + endpoint.getPort();
    }

    private static String shortened(byte[] bytes) {
        int start = 0;
        int length = 0;
        for (int group = 0; group < GROUPS; group++) {
            int zeros = zerosFrom(bytes, group);
            if (zeros > length) {
                start = group;
                length = zeros;
            }
        }
        if (length < 2) { // a single group of zeros is written out
            return groups(bytes, 0, GROUPS);
        }
        return groups(bytes, 0, start) + "::" + groups(bytes, start + length, GROUPS);
    }

    private static int zerosFrom(byte[] bytes, int group) {
        int end = group;
        while (end < GROUPS && value(bytes, end) == 0) {
            end++;
        }
        return end - group;
    }

    private static String groups(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int group = from; group < to; group++) {
            text.append(group == from ? "" : ":").append(Integer.toHexString(value(bytes, group)));
        }
        return text.toString();
    }

    private static int value(byte[] bytes, int group) {
        return Byte.toUnsignedInt(bytes[2 * group]) << Byte.SIZE | Byte.toUnsignedInt(bytes[2 * group + 1]);
    }
}

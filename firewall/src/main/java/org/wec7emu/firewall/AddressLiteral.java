package org.wec7emu.firewall;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Addresses as people write them. */
public final class AddressLiteral {
    private static final int GROUPS = 8;

    private AddressLiteral() {}

    /** As in {@code 192.0.2.7} or, the longest run of zeros left out, {@code 2001:db8::1}. Without a zone. */
    public static String of(InetAddress address) {
        return address instanceof Inet6Address ? shortened(address.getAddress()) : address.getHostAddress();
    }

    /** As in {@code 192.0.2.0/24}, or the address alone where the range is one. */
    public static String of(AddressRange range) {
        boolean single = range.prefix() == range.base().getAddress().length * Byte.SIZE;
        return of(range.base()) + (single ? "" : "/" + range.prefix());
    }

    private static String shortened(byte[] bytes) {
        int start = 0;
        int length = 0;
        for (int group = 0; group < GROUPS; group++) {
            int end = group;
            while (end < GROUPS && value(bytes, end) == 0) {
                end++;
            }
            if (end - group > length) {
                start = group;
                length = end - group;
            }
        }
        return length < 2
                ? groups(bytes, 0, GROUPS)
                : groups(bytes, 0, start) + "::" + groups(bytes, start + length, GROUPS);
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

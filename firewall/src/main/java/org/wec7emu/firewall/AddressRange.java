package org.wec7emu.firewall;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The addresses that share their first {@code prefix} bits with {@code base}.
 *
 * @param base an IPv4 or IPv6 address; bits behind the prefix are ignored
 * @param prefix number of leading bits that count: 0 to 32 (IPv4) or 0 to 128 (IPv6)
 */
public record AddressRange(InetAddress base, int prefix) {
    private static final int OCTETS = 4;
    private static final int HIGHEST_OCTET = 255;

    /** Every IPv4 address. */
    public static final AddressRange ALL_IPV4 = parse("0.0.0.0/0");

    /** Every IPv6 address. */
    public static final AddressRange ALL_IPV6 = parse("::/0");

    /** @throws IllegalArgumentException when the prefix doesn't fit the address family */
    public AddressRange {
        int bits = base.getAddress().length * Byte.SIZE;
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException(
                    "no prefix of " + base.getHostAddress() + ": /" + prefix + " (0-" + bits + ")");
        }
    }

    public static AddressRange of(InetAddress address) {
        return new AddressRange(address, address.getAddress().length * Byte.SIZE);
    }

    /**
     * Reads {@code 192.168.0.1}, {@code 192.168.0.0/24} or the same in IPv6, and {@code 192.168.0.0/255.255.255.0} in IPv4.
     * Never asks a name service.
     *
     * @throws IllegalArgumentException when the text is no address literal, the prefix doesn't fit it, or the mask has a
     *     one behind a zero
     */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = literal(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0) {
            return of(address);
        }
        if (address instanceof Inet4Address && text.indexOf('.', slash) >= 0) {
            return new AddressRange(address, prefixOf(text.substring(slash + 1)));
        }
        try {
            return new AddressRange(address, Integer.parseInt(text.substring(slash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no prefix length: '" + text + "' (as in 192.168.0.0/24)", e);
        }
    }

    /** The number of leading ones of an IPv4 mask such as 255.255.255.0. */
    private static int prefixOf(String mask) {
        int bits = ByteBuffer.wrap(literal(mask).getAddress()).getInt();
        int prefix = Integer.numberOfLeadingZeros(~bits);
        if (Integer.bitCount(bits) != prefix) {
            throw new IllegalArgumentException(
                    "no mask: '" + mask + "' has a one behind a zero, which no range of addresses has"
                            + " (right is for example 255.255.255.0)");
        }
        return prefix;
    }

    private static InetAddress literal(String text) {
        if (!isLiteral(text)) {
            throw new IllegalArgumentException("no IP address: '" + text + "' (as in 192.168.0.1 or fe80::1)");
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no IP address: '" + text + "' (as in 192.168.0.1 or fe80::1)", e);
        }
    }

    /** Whether it is four octets, or anything of an IPv6 address with a colon: what no name service is ever asked for. */
    private static boolean isLiteral(String text) {
        if (text.indexOf(':') >= 0) {
            for (int i = 0; i < text.length(); i++) {
                if ("0123456789abcdefABCDEF:.".indexOf(text.charAt(i)) < 0) {
                    return false;
                }
            }
            return true;
        }
        int octets = 0;
        int start = 0;
        while (start <= text.length()) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            if (!isOctet(text, start, end)) {
                return false;
            }
            octets++;
            start = end + 1;
        }
        return octets == OCTETS;
    }

    /** Without a leading zero, which some take for an octal number. */
    private static boolean isOctet(String text, int start, int end) {
        int digits = end - start;
        if (digits < 1 || digits > 3 || (digits > 1 && text.charAt(start) == '0')) {
            return false;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            value = value * 10 + (c - '0');
        }
        return value <= HIGHEST_OCTET;
    }

    /** False for an address of the other family. */
    public boolean contains(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        if (!Arrays.equals(mine, 0, whole, other, 0, whole)) {
            return false;
        }
        int rest = prefix % Byte.SIZE;
        int mask = 0xFF << (Byte.SIZE - rest);
        return rest == 0 || (mine[whole] & mask) == (other[whole] & mask);
    }

    /** Whether all addresses of another range are in this one; false for one of the other family. */
    public boolean covers(AddressRange other) {
        return prefix <= other.prefix && contains(other.base);
    }

    /** All addresses of the same family. */
    public AddressRange family() {
        return new AddressRange(base, 0);
    }

    /** Whether it is all of one address family: {@code 0.0.0.0/0} or {@code ::/0}. */
    public boolean isWholeFamily() {
        return prefix == 0;
    }

    /** Whether the range lies in 127.0.0.0/8 or is ::1, addresses that never cross a network. */
    public boolean isLoopback() {
        int loopbackBits = base.getAddress().length == 4 ? 8 : 128;
        return base.isLoopbackAddress() && prefix >= loopbackBits;
    }

    @Override
    public String toString() {
        boolean single = prefix == base.getAddress().length * Byte.SIZE;
        return single ? base.getHostAddress() : base.getHostAddress() + "/" + prefix;
    }
}

package org.wec7emu.firewall;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * What a rule's binary value {@code PrivateHost} says in the registry of the fw6 dialect: the address family in two bytes,
 * the lower first (2 IPv4, 23 IPv6), and, of a rule about one address of the device, two zeros and the address.
 *
 * <p>Source: the examples of Microsoft ms886651 and ms886631 (family alone) and aa450229 (an IPv4 address, in network order
 * behind two zeros); that an IPv6 address stands there in the same way is inferred.
 */
public final class Fw6PrivateHost {
    private static final int IPV4 = 2;
    private static final int IPV6 = 23;
    private static final int FAMILY_BYTES = 2;
    private static final int ADDRESS_AT = 4;

    private Fw6PrivateHost() {}

    /**
     * The value as the registry has it.
     *
     * @param host a whole family or one address
     * @throws IllegalArgumentException when it is neither, as the value can't say that
     */
    public static byte[] encode(AddressRange host) {
        byte[] address = host.base().getAddress();
        byte family = (byte) (host.base() instanceof Inet4Address ? IPV4 : IPV6);
        if (host.isWholeFamily()) {
            return new byte[] {family, 0};
        }
        if (host.prefix() != address.length * Byte.SIZE) {
            throw new IllegalArgumentException(
                    "a private host is one address or a whole address family, and " + host + " is neither");
        }
        byte[] value = new byte[ADDRESS_AT + address.length];
        value[0] = family;
        System.arraycopy(address, 0, value, ADDRESS_AT, address.length);
        return value;
    }

    /**
     * Reads the value.
     *
     * @throws IllegalArgumentException when the family is neither IPv4 nor IPv6 or the length isn't right
     */
    public static AddressRange decode(byte[] value) {
        int family = value.length < FAMILY_BYTES ? 0 : (value[0] & 0xFF) | (value[1] & 0xFF) << Byte.SIZE;
        if (family != IPV4 && family != IPV6) {
            throw new IllegalArgumentException("no private host: it begins with neither 02,00 (IPv4) nor 17,00 (IPv6)");
        }
        int bytes = family == IPV4 ? 4 : 16;
        if (value.length == FAMILY_BYTES) {
            return new AddressRange(address(new byte[bytes]), 0);
        }
        if (value.length != ADDRESS_AT + bytes) {
            throw new IllegalArgumentException("no private host: " + value.length + " bytes (right are " + FAMILY_BYTES
                    + ", or " + (ADDRESS_AT + bytes) + " with an address)");
        }
        return AddressRange.of(address(Arrays.copyOfRange(value, ADDRESS_AT, value.length)));
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 bytes are an address", e);
        }
    }
}

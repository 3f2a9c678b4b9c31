package org.wec7emu.firewall.enforce.nftables;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.wec7emu.firewall.AddressLiteral;
import org.wec7emu.firewall.AddressRange;

/** Ranges of addresses as nftables takes them. */
final class RangeText {
    private RangeText() {}

    /** One address, or the first of the range with the number of bits that count. */
    static String of(AddressRange range) {
        byte[] first = first(range);
        if (range.prefix() == first.length * Byte.SIZE) {
            return AddressLiteral.of(range.base());
        }
        try {
            return AddressLiteral.of(InetAddress.getByAddress(first)) + "/" + range.prefix();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 bytes are an address", e);
        }
    }

    /** The range's first address. */
    static byte[] first(AddressRange range) {
        byte[] first = range.base().getAddress();
        for (int bit = range.prefix(); bit < first.length * Byte.SIZE; bit++) {
            first[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        return first;
    }
}

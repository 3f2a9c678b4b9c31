package org.wec7emu.device;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.wec7emu.firewall.AddressRange;

/** Gives each device an address of its own, out of a range of this machine's. Safe for use by several threads. */
public final class AddressPool {
    private static final int BYTE = 0xFF;

    private final AddressRange range;
    private final Set<InetAddress> taken = new HashSet<>();
    private BigInteger next;

    private AddressPool(AddressRange range) {
        this.range = range;
        next = new BigInteger(1, range.base().getAddress());
    }

    /**
     * Addresses of a range, in their order.
     *
     * @param range such as 127.21.0.0/16
     */
    public static AddressPool of(AddressRange range) {
        return new AddressPool(range);
    }

    /**
     * Keeps an address from being given to anybody else.
     *
     * @return whether nobody had it
     */
    public synchronized boolean take(InetAddress address) {
        return taken.add(address);
    }

    /**
     * The next address that nobody has; none that ends in 0 or 255, which people take for those of a network.
     *
     * @throws NoSuchElementException when none is left; the message names the range
     */
    public synchronized InetAddress next() {
        while (true) {
            InetAddress address = address(next);
            if (!range.contains(address)) {
                throw new NoSuchElementException(range + " has no more addresses than the " + taken.size()
                        + " that are taken; give a wider range, such as 127.0.0.0/8");
            }
            next = next.add(BigInteger.ONE);
            if (!isEnd(address) && taken.add(address)) {
                return address;
            }
        }
    }

    /** The address so many behind another. */
    public static InetAddress behind(InetAddress address, int steps) {
        byte[] bytes = address.getAddress();
        return address(new BigInteger(1, bytes).add(BigInteger.valueOf(steps)), bytes.length);
    }

    private static boolean isEnd(InetAddress address) {
        byte[] bytes = address.getAddress();
        int last = bytes[bytes.length - 1] & BYTE;
        return last == 0 || last == BYTE;
    }

    private InetAddress address(BigInteger number) {
        return address(number, range.base().getAddress().length);
    }

    private static InetAddress address(BigInteger number, int length) {
        byte[] bytes = new byte[length];
        BigInteger rest = number;
        for (int i = length - 1; i >= 0; i--) {
            bytes[i] = rest.byteValue();
            rest = rest.shiftRight(Byte.SIZE);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("no length of an address: " + length, e);
        }
    }
}

package org.wec7emu.firewall;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All addresses of a family, cut by ranges into cells: of two addresses in one cell, each range has both or neither. Ranges of
 * addresses never cross, they lie one in the other or apart, so a cell is a range without the ranges directly in it.
 */
final class AddressCells {
    private static final int IPV6_BYTES = 16;

    /** Wider ranges first. */
    private static final Comparator<AddressRange> ORDER = Comparator.comparingInt(AddressRange::prefix)
            .thenComparing(range -> range.base().getAddress(), Arrays::compareUnsigned);

    private final AddressRange family;
    /** With one of its addresses; wider ranges first. */
    private final Map<AddressSpan, InetAddress> cells = new LinkedHashMap<>();

    /**
     * @param family all addresses of one family
     * @param ranges those of the other family don't count
     */
    AddressCells(AddressRange family, Collection<AddressRange> ranges) {
        this.family = family;
        List<AddressRange> distinct = Stream.concat(
                        Stream.of(family), ranges.stream().filter(family::covers))
                .map(AddressCells::withoutSurplusBits)
                .sorted(ORDER)
                .distinct()
                .toList();
        for (AddressRange range : distinct) {
            List<AddressRange> inside = directlyIn(range, distinct);
            byte[] example = outside(range, inside);
            if (example.length > 0) {
                cells.put(new AddressSpan(range, inside), address(example));
            }
        }
    }

    /** The cells, each with an address in it. */
    Map<AddressSpan, InetAddress> cells() {
        return cells;
    }

    /** The same addresses as those cells, in as few words as can be. */
    List<AddressSpan> merged(Set<AddressSpan> chosen) {
        if (chosen.containsAll(cells.keySet())) {
            return List.of(new AddressSpan(family, List.of()));
        }
        List<AddressSpan> merged = new ArrayList<>();
        for (AddressSpan cell : cells.keySet()) {
            if (chosen.contains(cell) && merged.stream().noneMatch(span -> span.covers(cell.range()))) {
                List<AddressRange> without = cell.without().stream()
                        .filter(hole -> !isWhole(hole, chosen))
                        .toList();
                merged.add(new AddressSpan(cell.range(), without));
            }
        }
        return merged;
    }

    private boolean isWhole(AddressRange range, Set<AddressSpan> chosen) {
        return cells.keySet().stream()
                .filter(cell -> range.covers(cell.range()))
                .allMatch(chosen::contains);
    }

    private static List<AddressRange> directlyIn(AddressRange range, List<AddressRange> widerFirst) {
        List<AddressRange> inside = new ArrayList<>();
        for (AddressRange other : widerFirst) {
            boolean within = other.prefix() > range.prefix() && range.covers(other);
            if (within && inside.stream().noneMatch(found -> found.covers(other))) {
                inside.add(other);
            }
        }
        return inside;
    }

    /** An address of a range that is in none of some others; empty when they leave none. */
    private static byte[] outside(AddressRange range, List<AddressRange> others) {
        List<AddressRange> inside = new ArrayList<>();
        for (AddressRange other : others) {
            if (other.covers(range)) {
                return new byte[0];
            } else if (range.covers(other)) {
                inside.add(other);
            }
        }
        if (inside.isEmpty()) {
            return range.base().getAddress();
        }
        byte[] lower = outside(half(range, false), inside);
        return lower.length > 0 ? lower : outside(half(range, true), inside);
    }

    /** The same range, so that two of the same addresses are equal. */
    private static AddressRange withoutSurplusBits(AddressRange range) {
        byte[] bytes = range.base().getAddress();
        for (int bit = range.prefix(); bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        return new AddressRange(address(bytes), range.prefix());
    }

    private static AddressRange half(AddressRange range, boolean upper) {
        byte[] bytes = range.base().getAddress();
        int place = range.prefix() / Byte.SIZE;
        int bit = 0x80 >> range.prefix() % Byte.SIZE;
        bytes[place] |= (byte) (upper ? bit : 0);
        return new AddressRange(address(bytes), range.prefix() + 1);
    }

    /** Of IPv6 also where the bytes are those of an IPv4 address within it, which would else become one. */
    private static InetAddress address(byte[] bytes) {
        try {
            return bytes.length == IPV6_BYTES
                    ? Inet6Address.getByAddress(null, bytes, -1)
                    : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}

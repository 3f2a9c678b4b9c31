package org.wec7emu.firewall;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The addresses of a range, without those of some ranges in it.
 *
 * @param range one of one address family
 * @param without each lies in {@code range}; none overlaps another
 */
public record AddressSpan(AddressRange range, List<AddressRange> without) {
    public AddressSpan {
        without = List.copyOf(without);
    }

    /** False for an address of the other family. */
    public boolean contains(InetAddress address) {
        return range.contains(address) && without.stream().noneMatch(hole -> hole.contains(address));
    }

    /** Whether it has all addresses of a range that none of the ranges left out lies in. */
    boolean covers(AddressRange other) {
        return range.covers(other) && without.stream().noneMatch(hole -> hole.covers(other));
    }

    /** Whether it is all of one address family. */
    public boolean isWholeFamily() {
        return range.isWholeFamily() && without.isEmpty();
    }

    /** As in "10.0.0.0/8 without 10.0.0.7", "IPv4" or "IPv6 without fe80::/16". */
    public String text() {
        String all = range.isWholeFamily() ? family() : AddressLiteral.of(range);
        return without.isEmpty()
                ? all
                : all + " without " + without.stream().map(AddressLiteral::of).collect(Collectors.joining(" and "));
    }

    private String family() {
        return range.base() instanceof Inet4Address ? "IPv4" : "IPv6";
    }
}

package org.wec7emu.firewall.enforce.nftables;

import java.net.Inet4Address;
import java.net.InetAddress;

/** The words that differ between the two address families. */
enum Family {
    IPV4("4", "ip", "icmp"),
    IPV6("6", "ip6", "icmpv6");

    private final String digit;
    private final String ip;
    private final String icmp;

    Family(String digit, String ip, String icmp) {
        this.digit = digit;
        this.ip = ip;
        this.icmp = icmp;
    }

    static Family of(InetAddress address) {
        return address instanceof Inet4Address ? IPV4 : IPV6;
    }

    /** In the names of what the table has for each family. */
    String digit() {
        return digit;
    }

    /** Puts them in: {@code <IP>}, {@code <ICMP>}, {@code <4>}. */
    String in(String text) {
        return text.replace("<IP>", ip).replace("<ICMP>", icmp).replace("<4>", digit);
    }
}

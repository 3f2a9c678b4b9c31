package org.wec7emu.firewall.enforce.nftables;

import java.util.List;
import org.wec7emu.firewall.Direction;

/** What the table counts, by the two addresses and what the packets were for. */
enum Counted {
    DROPPED("dropped", Direction.INBOUND, "drop"),
    LOGGED_IN("logged-in", Direction.INBOUND, "return"),
    LOGGED_OUT("logged-out", Direction.OUTBOUND, "return");

    private final String name;
    private final Direction direction;
    private final String verdict;

    Counted(String name, Direction direction, String verdict) {
        this.name = name;
        this.direction = direction;
        this.verdict = verdict;
    }

    Direction direction() {
        return direction;
    }

    /** The chain that counts a packet, and then drops it or goes back. */
    String chain(Family family) {
        return name + family.digit();
    }

    /** The sets that it counts in, each with a key of its own kind. */
    List<String> sets(Family family) {
        String set = chain(family);
        return List.of(set, set + "-icmp", set + "-other");
    }

    /** Puts itself in: {@code <SET>}, {@code <ENDS>} (the device, then the other end), {@code <VERDICT>}. */
    String in(String text) {
        String ends = direction == Direction.INBOUND ? "<IP> daddr . <IP> saddr" : "<IP> saddr . <IP> daddr";
        return text.replace("<SET>", name + "<4>").replace("<ENDS>", ends).replace("<VERDICT>", verdict);
    }
}

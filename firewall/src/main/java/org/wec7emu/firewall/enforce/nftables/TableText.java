package org.wec7emu.firewall.enforce.nftables;

/**
 * The table in nftables' words: what all devices of a process share. Packets find their device by its address, so those of
 * other addresses cost one look into a map, however many devices there are.
 *
 * @param name of the table, in the family inet
 */
record TableText(String name) {
    /** Flows counted in each set. When it is full, further ones meet the same verdict, but aren't told of. */
    private static final int FLOWS = 65_536;

    private static final String HOOKS = """
            	chain input {
            		type filter hook input priority filter; policy accept;
            		ip daddr vmap @to-device4
            		ip6 daddr vmap @to-device6
            	}
            	chain output {
            		type filter hook output priority filter; policy accept;
            		ip saddr vmap @from-device4
            		ip6 saddr vmap @from-device6
            	}
            """;

    private static final String MAPS = """
            	map to-device<4> {
            		typeof <IP> daddr : verdict
            	}
            	map from-device<4> {
            		typeof <IP> saddr : verdict
            	}
            """;

    /** A flow that is silent for five minutes is forgotten, long after it was read. */
    private static final String COUNTERS = """
            	set <SET> {
            		typeof <ENDS> . meta l4proto . th dport
            		size <FLOWS>; flags dynamic,timeout; timeout 5m
            	}
            	set <SET>-icmp {
            		typeof <ENDS> . <ICMP> type . <ICMP> code
            		size <FLOWS>; flags dynamic,timeout; timeout 5m
            	}
            	set <SET>-other {
            		typeof <ENDS> . meta l4proto
            		size <FLOWS>; flags dynamic,timeout; timeout 5m
            	}
            	chain <SET> {
            		meta l4proto { tcp, udp } update @<SET> { <ENDS> . meta l4proto . th dport counter } <VERDICT>
            		meta l4proto <ICMP> update @<SET>-icmp { <ENDS> . <ICMP> type . <ICMP> code counter } <VERDICT>
            		update @<SET>-other { <ENDS> . meta l4proto counter } <VERDICT>
            		<VERDICT>
            	}
            """;

    /** Makes the table. */
    String create() {
        StringBuilder body = new StringBuilder();
        for (Family family : Family.values()) {
            body.append(family.in(MAPS));
            for (Counted counted : Counted.values()) {
                body.append(family.in(counted.in(COUNTERS)).replace("<FLOWS>", Integer.toString(FLOWS)));
            }
        }
        return with(body + HOOKS);
    }

    /** Puts something into the table; it must say anew that it has an owner. */
    String with(String body) {
        return "table inet " + name + " {\n\tflags owner\n" + body + "}\n";
    }

    String remove() {
        return "delete table inet " + name + "\n";
    }
}

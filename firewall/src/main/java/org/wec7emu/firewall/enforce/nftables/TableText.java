package org.wec7emu.firewall.enforce.nftables;

import java.util.List;

/**
 * The table in nftables' words: what all devices of a process share. Packets find their device by its address, so those of
 * other addresses cost one look into a map, however many devices there are, and a device more costs the table some elements.
 *
 * <p>What comes in goes through {@code in}: answers and what belongs to connections let in before pass, of all else the
 * device's rules decide. What goes out is judged by its rules each time. A flow stands in its set as the other end's
 * address and port, then the device's. Times are those of Windows CE (Microsoft ee494503): a day for an established TCP
 * connection, 60 s before and, which is our reading of "not established", after it has ended; UDP 60 s, ICMP 30 s.
 *
 * <p>Ports that are exempt cost only the packets of devices which have some.
 *
 * @param name of the table, in the family inet
 */
record TableText(String name) {
    /** Flows counted in each set. When it is full, further ones meet the same verdict, but aren't told of. */
    private static final int FLOWS = 65_536;

    /** Flows remembered in each set, of all devices: what the reference keeps of each, sixteen times. */
    private static final int STATES = 262_144;

    private static final List<String> STATE_SETS =
            List.of("established", "opening", "dialled", "closing", "udp", "ping");

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

    private static final String OF_DEVICES = """
            	map to-device<4> {
            		typeof <IP> daddr : verdict
            	}
            	map from-device<4> {
            		typeof <IP> saddr : verdict
            	}
            	set self<4> {
            		typeof <IP> saddr . <IP> daddr
            	}
            	set exempt<4> {
            		typeof <IP> daddr . tcp dport
            	}
            	map rules-in<4> {
            		typeof <IP> daddr : verdict
            	}
            	map rules-out<4> {
            		typeof <IP> saddr : verdict
            	}
            	map log-in<4> {
            		typeof <IP> daddr : verdict
            	}
            	map log-out<4> {
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

    private static final String STATEFUL = """
            	set established<4> {
            		typeof <IN>
            		size <STATES>; flags dynamic,timeout; timeout 1d
            	}
            	set opening<4> {
            		typeof <IN>
            		size <STATES>; flags dynamic,timeout; timeout 1m
            	}
            	set dialled<4> {
            		typeof <IN>
            		size <STATES>; flags dynamic,timeout; timeout 1m
            	}
            	set closing<4> {
            		typeof <IN>
            		size <STATES>; flags dynamic,timeout; timeout 1m
            	}
            	set udp<4> {
            		typeof <IP> saddr . udp sport . <IP> daddr . udp dport
            		size <STATES>; flags dynamic,timeout; timeout 1m
            	}
            	set ping<4> {
            		typeof <IP> saddr . <ICMP> id . <IP> daddr
            		size <STATES>; flags dynamic,timeout; timeout 30s
            	}
            	chain in<4> {
            		<IP> saddr . <IP> daddr @self<4> accept comment "a device talks to itself"
            <FRAGMENTS>		<IP> daddr vmap @log-in<4>
            		tcp flags & (syn | ack) != syn jump known<4>
            		<IP> saddr . udp sport . <IP> daddr . udp dport @udp<4> update @udp<4> { <IP> saddr . udp sport . <IP> daddr . udp dport } accept
            		<ICMP> type echo-reply <IP> saddr . <ICMP> id . <IP> daddr @ping<4> update @ping<4> { <IP> saddr . <ICMP> id . <IP> daddr } accept
            		<IP> daddr vmap @rules-in<4>
            	}
            <EXEMPT-IN>	chain known<4> {
            		<IN> @established<4> goto establish<4>
            		<IN> @closing<4> update @closing<4> { <IN> } accept
            		<IN> @dialled<4> delete @dialled<4> { <IN> } goto establish<4>
            	}
            	chain establish<4> {
            		tcp flags & (fin | rst) != 0 delete @established<4> { <IN> } update @closing<4> { <IN> } accept
            		update @established<4> { <IN> } accept
            		accept
            	}
            	chain let-in<4> {
            		tcp flags & (syn | ack) == syn delete @closing<4> { <IN> } update @opening<4> { <IN> } accept
            		<IN> @opening<4> delete @opening<4> { <IN> } goto establish<4>
            		accept
            	}
            	chain out<4> {
            		<IP> saddr . <IP> daddr @self<4> accept comment "a device talks to itself"
            		<IP> saddr vmap @log-out<4>
            		<IP> saddr vmap @rules-out<4>
            	}
            <EXEMPT-OUT>	chain let-out<4> {
            		tcp flags & (syn | ack) == syn delete @closing<4> { <OUT> } update @dialled<4> { <OUT> } accept
            		<OUT> @established<4> goto keep<4>
            		<OUT> @closing<4> update @closing<4> { <OUT> } accept
            		update @udp<4> { <IP> daddr . udp dport . <IP> saddr . udp sport } accept
            		<ICMP> type echo-request update @ping<4> { <IP> daddr . <ICMP> id . <IP> saddr } accept
            		accept
            	}
            	chain keep<4> {
            		tcp flags & (fin | rst) != 0 delete @established<4> { <OUT> } update @closing<4> { <OUT> } accept
            		update @established<4> { <OUT> } accept
            		accept
            	}
            """;

    /** The way of a device that has exempt ports: on its network, and off it. */
    private static final String EXEMPT = """
            	chain beside-<WAY><4> {
            		<OWN> @exempt<4> accept
            		goto <WAY><4>
            	}
            	chain off-<WAY><4> {
            		<OWN> @exempt<4> accept
            		drop
            	}
            """;

    /** The kernel puts IPv6 fragments together behind the filter only; without the first one, which is judged, the others are lost. */
    private static final String FRAGMENTS = "\t\texthdr frag exists frag frag-off != 0 accept\n";

    /** Makes the table. */
    String create() {
        StringBuilder body = new StringBuilder();
        for (Family family : Family.values()) {
            body.append(family.in(OF_DEVICES));
            for (Counted counted : Counted.values()) {
                body.append(family.in(counted.in(COUNTERS)).replace("<FLOWS>", Integer.toString(FLOWS)));
            }
            body.append(stateful(family));
        }
        return with(body + HOOKS);
    }

    private static String stateful(Family family) {
        String ends = "<IP> saddr . tcp sport . <IP> daddr . tcp dport";
        String reversed = "<IP> daddr . tcp dport . <IP> saddr . tcp sport";
        return family.in(STATEFUL.replace("<EXEMPT-IN>", exempt("in", "<IP> daddr . tcp dport"))
                        .replace("<EXEMPT-OUT>", exempt("out", "<IP> saddr . tcp sport"))
                        .replace("<IN>", ends)
                        .replace("<OUT>", reversed))
                .replace("<FRAGMENTS>", family == Family.IPV6 ? FRAGMENTS : "")
                .replace("<STATES>", Integer.toString(STATES));
    }

    private static String exempt(String way, String own) {
        return EXEMPT.replace("<WAY>", way).replace("<OWN>", own);
    }

    /** The sets in which flows of one family are remembered. */
    static List<String> stateSets(Family family) {
        return STATE_SETS.stream().map(set -> set + family.digit()).toList();
    }

    /** Puts something into the table; it must say anew that it has an owner. */
    String with(String body) {
        return "table inet " + name + " {\n\tflags owner\n" + body + "}\n";
    }

    /** Lists a set with what is in it. The library fetches one set only for a command that stands alone. */
    String list(String set) {
        return "list set inet " + name + " " + set + "\n";
    }

    String remove() {
        return "delete table inet " + name + "\n";
    }
}

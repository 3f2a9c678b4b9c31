package org.wec7emu.firewall.enforce.nftables;

import java.net.InetAddress;
import java.util.List;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressLiteral;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;

/**
 * One device's part of the table, in nftables' words.
 *
 * <p>What comes in goes through {@code in}: answers and what belongs to connections let in before pass, of all else {@code
 * in-rules} decides. What goes out is judged by {@code out-rules} each time. A flow stands in its set as the other end's
 * address and port, then the device's. Times are those of Windows CE (Microsoft ee494503): a day for an established TCP
 * connection, 60 s before and, which is our reading of "not established", after it has ended; UDP 60 s, ICMP 30 s.
 *
 * @param table where it belongs
 * @param prefix of all its names, unique in the table
 * @param device its address
 */
record DeviceText(TableText table, String prefix, InetAddress device) {
    /** As many as the reference keeps of each kind. */
    private static final int STATES = 16_384;

    private static final int LONGEST_COMMENT = 100;

    private static final List<String> SETS = List.of("established", "opening", "dialled", "closing", "udp", "ping");
    private static final List<String> CHAINS = List.of(
            "in",
            "log-in",
            "known",
            "establish",
            "in-rules",
            "let-in",
            "out",
            "log-out",
            "out-rules",
            "let-out",
            "keep");

    private static final String OF_DEVICE = """
            	set <D>-established {
            		typeof <IN>
            		size <STATES>; flags dynamic,timeout; timeout 1d
            	}
            	set <D>-opening {
            		typeof <IN>
            		size <STATES>; flags dynamic,timeout; timeout 1m
            	}
            	set <D>-dialled {
            		typeof <IN>
            		size <STATES>; flags dynamic,timeout; timeout 1m
            	}
            	set <D>-closing {
            		typeof <IN>
            		size <STATES>; flags dynamic,timeout; timeout 1m
            	}
            	set <D>-udp {
            		typeof <IP> saddr . udp sport . <IP> daddr . udp dport
            		size <STATES>; flags dynamic,timeout; timeout 1m
            	}
            	set <D>-ping {
            		typeof <IP> saddr . <ICMP> id
            		size <STATES>; flags dynamic,timeout; timeout 30s
            	}
            	chain <D>-in {
            		<IP> saddr <DEVICE> accept comment "the device talks to itself"
            <FRAGMENTS>		jump <D>-log-in
            		tcp flags & (syn | ack) != syn jump <D>-known
            		<IP> saddr . udp sport . <IP> daddr . udp dport @<D>-udp update @<D>-udp { <IP> saddr . udp sport . <IP> daddr . udp dport } accept
            		<ICMP> type echo-reply <IP> saddr . <ICMP> id @<D>-ping update @<D>-ping { <IP> saddr . <ICMP> id } accept
            		goto <D>-in-rules
            	}
            	chain <D>-known {
            		<IN> @<D>-established goto <D>-establish
            		<IN> @<D>-closing update @<D>-closing { <IN> } accept
            		<IN> @<D>-dialled delete @<D>-dialled { <IN> } goto <D>-establish
            	}
            	chain <D>-establish {
            		tcp flags & (fin | rst) != 0 delete @<D>-established { <IN> } update @<D>-closing { <IN> } accept
            		update @<D>-established { <IN> } accept
            		accept
            	}
            	chain <D>-let-in {
            		tcp flags & (syn | ack) == syn delete @<D>-closing { <IN> } update @<D>-opening { <IN> } accept
            		<IN> @<D>-opening delete @<D>-opening { <IN> } goto <D>-establish
            		accept
            	}
            	chain <D>-out {
            		<IP> daddr <DEVICE> accept comment "the device talks to itself"
            		jump <D>-log-out
            		goto <D>-out-rules
            	}
            	chain <D>-let-out {
            		tcp flags & (syn | ack) == syn delete @<D>-closing { <OUT> } update @<D>-dialled { <OUT> } accept
            		<OUT> @<D>-established goto <D>-keep
            		<OUT> @<D>-closing update @<D>-closing { <OUT> } accept
            		update @<D>-udp { <IP> daddr . udp dport . <IP> saddr . udp sport } accept
            		<ICMP> type echo-request update @<D>-ping { <IP> daddr . <ICMP> id } accept
            		accept
            	}
            	chain <D>-keep {
            		tcp flags & (fin | rst) != 0 delete @<D>-established { <OUT> } update @<D>-closing { <OUT> } accept
            		update @<D>-established { <OUT> } accept
            		accept
            	}
            """;

    /** The kernel puts IPv6 fragments together behind the filter only; without the first one, which is judged, the others are lost. */
    private static final String FRAGMENTS = "\t\texthdr frag exists frag frag-off != 0 accept\n";

    /** Adds the device with its rules to the table. */
    String add(RuleSet rules) {
        return table.with(chains(rules) + filled(OF_DEVICE)) + map("goto " + prefix + "-in", "goto " + prefix + "-out");
    }

    /** Puts other rules in the place of those there are; what is remembered of connections stays. */
    String replace(RuleSet rules) {
        return flush("log-in") + flush("log-out") + flush("in-rules") + flush("out-rules") + table.with(chains(rules));
    }

    /** Takes the device out of the table. */
    String remove() {
        StringBuilder text = new StringBuilder(unmap());
        CHAINS.forEach(chain -> text.append(flush(chain)));
        CHAINS.forEach(chain -> text.append("delete chain inet ").append(named(chain)));
        SETS.forEach(set -> text.append("delete set inet ").append(named(set)));
        return text.toString();
    }

    /** Leads the device's packets to its chains, or drops all of them, which costs other packets nothing. */
    String link(boolean up) {
        return unmap() + (up ? map("goto " + prefix + "-in", "goto " + prefix + "-out") : map("drop", "drop"));
    }

    private String map(String in, String out) {
        String key = AddressLiteral.of(device);
        return element("add", "to-device", key + " : " + in) + element("add", "from-device", key + " : " + out);
    }

    private String unmap() {
        String key = AddressLiteral.of(device);
        return element("delete", "to-device", key) + element("delete", "from-device", key);
    }

    private String element(String verb, String map, String element) {
        String digit = Family.of(device).digit();
        return verb + " element inet " + table.name() + " " + map + digit + " { " + element + " }\n";
    }

    private String flush(String chain) {
        return "flush chain inet " + named(chain);
    }

    private String named(String thing) {
        return table.name() + " " + prefix + "-" + thing + "\n";
    }

    private String filled(String text) {
        String ends = "<IP> saddr . tcp sport . <IP> daddr . tcp dport";
        String reversed = "<IP> daddr . tcp dport . <IP> saddr . tcp sport";
        Family family = Family.of(device);
        return family.in(text.replace("<IN>", ends).replace("<OUT>", reversed))
                .replace("<FRAGMENTS>", family == Family.IPV6 ? FRAGMENTS : "")
                .replace("<STATES>", Integer.toString(STATES))
                .replace("<DEVICE>", AddressLiteral.of(device))
                .replace("<D>", prefix);
    }

    private String chains(RuleSet rules) {
        Family family = Family.of(device);
        return logChain("log-in", rules, Counted.LOGGED_IN)
                + logChain("log-out", rules, Counted.LOGGED_OUT)
                + chain(
                        "in-rules",
                        rules,
                        Direction.INBOUND,
                        "goto " + prefix + "-let-in",
                        "goto " + Counted.DROPPED.chain(family))
                + chain("out-rules", rules, Direction.OUTBOUND, "goto " + prefix + "-let-out", "drop");
    }

    /** Counts a packet once, however many rules log it. */
    private String logChain(String name, RuleSet rules, Counted counted) {
        StringBuilder text = new StringBuilder("\tchain " + prefix + "-" + name + " {\n");
        List<Rule> logging = rules.enabled() ? rules.logging(counted.direction()) : List.of();
        for (Rule rule : logging) {
            Match.of(rule, device).ifPresent(match -> text.append("\t\t")
                    .append(match)
                    .append(match.isEmpty() ? "" : " ")
                    .append("goto ")
                    .append(counted.chain(Family.of(device)))
                    .append(comment(rule.name()))
                    .append("\n"));
        }
        return text.append("\t}\n").toString();
    }

    private String chain(String name, RuleSet rules, Direction direction, String pass, String drop) {
        StringBuilder text = new StringBuilder("\tchain " + prefix + "-" + name + " {\n");
        List<Rule> deciding = rules.enabled() ? rules.inDecidingOrder(direction) : List.of();
        boolean decided = false;
        for (Clause clause : Clause.of(deciding, device)) {
            if (!decided) {
                text.append("\t\t").append(clause.match()).append(clause.match().isEmpty() ? "" : " ");
                text.append(clause.action() == Action.ALLOW ? pass : drop)
                        .append(comment(clause.names()))
                        .append("\n");
                decided = clause.match().isEmpty();
            }
        }
        if (!decided) {
            boolean passes = !rules.enabled() || rules.dialect().otherwise(direction) == Action.ALLOW;
            text.append("\t\t").append(passes ? pass : drop).append("\n");
        }
        return text.append("\t}\n").toString();
    }

    /** For whoever lists the table; the kernel takes 127 bytes. */
    private static String comment(String names) {
        String text = names.replaceAll("[^\\x20-\\x7E]|[\"\\\\]", "?");
        return " comment \""
                + (text.length() <= LONGEST_COMMENT ? text : text.substring(0, LONGEST_COMMENT - 3) + "...") + "\"";
    }
}

package org.wec7emu.firewall.enforce.nftables;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;

/**
 * Rules as chains, in nftables' words: {@code in} and {@code out} decide of packets, {@code log-in} and {@code log-out}, which are
 * there when a rule logs, count them. Devices whose rules come to the same text share them.
 *
 * @param prefix of all their names, unique in the table
 * @param text as {@link #text} wrote it
 */
record RuleChains(TableText table, String prefix, Text text) {
    private static final int LONGEST_COMMENT = 100;
    private static final String NAME = "<R>";

    /**
     * Chains that have no name yet.
     *
     * @param body the chains
     * @param logsIn whether there is one for what comes in and is logged
     * @param logsOut the same for what goes out
     */
    record Text(String body, boolean logsIn, boolean logsOut) {}

    /** The rules for one device, or for any other to which they say the same. */
    static Text text(RuleSet rules, InetAddress device) {
        Family family = Family.of(device);
        String logIn = logLines(rules, Counted.LOGGED_IN, device);
        String logOut = logLines(rules, Counted.LOGGED_OUT, device);
        String body = chain("log-in", logIn)
                + chain("log-out", logOut)
                + chain(
                        "in",
                        lines(
                                rules,
                                Direction.INBOUND,
                                device,
                                "goto let-in" + family.digit(),
                                "goto " + Counted.DROPPED.chain(family)))
                + chain("out", lines(rules, Direction.OUTBOUND, device, "goto let-out" + family.digit(), "drop"));
        return new Text(body, !logIn.isEmpty(), !logOut.isEmpty());
    }

    /** Puts them into the table. */
    String add() {
        return table.with(text.body.replace(NAME, prefix));
    }

    /** Takes them out, once no device needs them. */
    String remove() {
        StringBuilder removal = new StringBuilder();
        names().forEach(chain -> removal.append("flush chain inet ").append(named(chain)));
        names().forEach(chain -> removal.append("delete chain inet ").append(named(chain)));
        return removal.toString();
    }

    private String named(String chain) {
        return table.name() + " " + chain + "\n";
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of(prefix + "-in", prefix + "-out"));
        if (text.logsIn) {
            names.add(prefix + "-log-in");
        }
        if (text.logsOut) {
            names.add(prefix + "-log-out");
        }
        return names;
    }

    private static String chain(String name, String lines) {
        return lines.isEmpty() ? "" : "\tchain " + NAME + "-" + name + " {\n" + lines + "\t}\n";
    }

    /** Counts a packet once, however many rules log it. */
    private static String logLines(RuleSet rules, Counted counted, InetAddress device) {
        StringBuilder lines = new StringBuilder();
        List<Rule> logging = rules.enabled() ? rules.logging(counted.direction()) : List.of();
        for (Rule rule : logging) {
            Match.of(rule, device)
                    .ifPresent(match ->
                            lines.append(line(match, "goto " + counted.chain(Family.of(device)), rule.name())));
        }
        return lines.toString();
    }

    private static String lines(RuleSet rules, Direction direction, InetAddress device, String pass, String drop) {
        StringBuilder lines = new StringBuilder();
        List<Rule> deciding = rules.enabled() ? rules.inDecidingOrder(direction) : List.of();
        for (Clause clause : Clause.of(deciding, device)) {
            lines.append(line(clause.match(), clause.action() == Action.ALLOW ? pass : drop, clause.names()));
            if (clause.match().isEmpty()) {
                return lines.toString();
            }
        }
        boolean passes = !rules.enabled() || rules.dialect().otherwise(direction) == Action.ALLOW;
        return lines.append("\t\t").append(passes ? pass : drop).append("\n").toString();
    }

    private static String line(String match, String verdict, String names) {
        return "\t\t" + Match.both(match, verdict) + comment(names) + "\n";
    }

    /** For whoever lists the table; the kernel takes 127 bytes. */
    private static String comment(String names) {
        String text = names.replaceAll("[^\\x20-\\x7E]|[\"\\\\]", "?");
        return " comment \""
                + (text.length() <= LONGEST_COMMENT ? text : text.substring(0, LONGEST_COMMENT - 3) + "...") + "\"";
    }
}

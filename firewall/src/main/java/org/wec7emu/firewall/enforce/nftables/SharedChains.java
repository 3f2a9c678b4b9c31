package org.wec7emu.firewall.enforce.nftables;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.wec7emu.firewall.RuleSet;

/**
 * The chains of a table's rules, each text once however many devices have it. Not safe for use by several threads: what refers to
 * them is handed in under the same lock, so that it comes behind what adds them and before what removes them.
 */
final class SharedChains {
    private final TableText table;
    private final Transactions transactions;
    private final Map<RuleChains.Text, RuleChains> known = new HashMap<>();
    private final Map<RuleChains, Integer> users = new HashMap<>();
    private long last;

    SharedChains(TableText table, Transactions transactions) {
        this.table = table;
        this.transactions = transactions;
    }

    /** Chains for a device with these rules; to be left. */
    Use use(RuleSet rules, InetAddress device) {
        RuleChains.Text text = RuleChains.text(rules, device);
        RuleChains chains = known.get(text);
        if (chains == null) {
            last++;
            chains = new RuleChains(table, "r" + last, text);
            known.put(text, chains);
        }
        boolean first = users.merge(chains, 1, Integer::sum) == 1;
        return new Use(chains, first ? chains.add() : "");
    }

    /**
     * Chains that a device uses.
     *
     * @param addition what has to be handed in before what refers to them
     */
    record Use(RuleChains chains, String addition) {}

    /** The last to leave takes them out. */
    void leave(RuleChains chains) {
        if (users.merge(chains, -1, Integer::sum) == 0) {
            users.remove(chains);
            known.remove(chains.text());
            transactions.handIn(chains.remove());
        }
    }
}

package org.wec7emu.firewall.enforce.nftables;

import java.net.InetAddress;
import org.wec7emu.firewall.AddressLiteral;

/**
 * One device's part of the table, in nftables' words: elements of the table's maps, by which its packets find its rules.
 *
 * @param table where it belongs
 * @param device its address
 */
record DeviceText(TableText table, InetAddress device) {
    /** Puts the device into the table, with rules that are there already. */
    String enter(RuleChains rules) {
        return element("add", "self", address() + " . " + address())
                + lead("add", rules, true)
                + element("add", "device", address());
    }

    /**
     * Leads its packets to other rules; what is remembered of connections stays.
     *
     * @param up whether the device is on its network
     */
    String replace(RuleChains old, RuleChains next, boolean up) {
        return lead("delete", old, up) + lead("add", next, up);
    }

    /** Takes the device out of the table. */
    String leave(RuleChains rules, boolean up) {
        return element("delete", "device", address())
                + lead("delete", rules, up)
                + (up ? "" : drop("delete"))
                + element("delete", "self", address() + " . " + address());
    }

    /** Puts the device back on its network, or takes it off: all its packets are dropped where rules that log would see them. */
    String link(RuleChains rules, boolean up) {
        return up ? drop("delete") + log("add", rules) : log("delete", rules) + drop("add");
    }

    private String drop(String verb) {
        return element(verb, "log-in", address() + " : drop") + element(verb, "log-out", address() + " : drop");
    }

    private String lead(String verb, RuleChains rules, boolean up) {
        String to = address() + " : goto " + rules.prefix();
        return element(verb, "rules-in", to + "-in")
                + element(verb, "rules-out", to + "-out")
                + (up ? log(verb, rules) : "");
    }

    private String log(String verb, RuleChains rules) {
        String log = address() + " : jump " + rules.prefix();
        return (rules.text().logsIn() ? element(verb, "log-in", log + "-log-in") : "")
                + (rules.text().logsOut() ? element(verb, "log-out", log + "-log-out") : "");
    }

    private String address() {
        return AddressLiteral.of(device);
    }

    private String element(String verb, String set, String element) {
        return verb + " element inet " + table.name() + " " + set
                + Family.of(device).digit() + " { " + element + " }\n";
    }
}

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
        return element("add", "self", address() + " . " + address()) + lead("add", rules) + map(true);
    }

    /** Leads its packets to other rules; what is remembered of connections stays. */
    String replace(RuleChains old, RuleChains next) {
        return lead("delete", old) + lead("add", next);
    }

    /** Leads the device's packets to its rules, or drops all of them, which costs other packets nothing. */
    String link(boolean up) {
        return unmap() + map(up);
    }

    /** Takes the device out of the table. */
    String leave(RuleChains rules) {
        return unmap() + lead("delete", rules) + element("delete", "self", address() + " . " + address());
    }

    private String map(boolean up) {
        String digit = Family.of(device).digit();
        return element("add", "to-device", address() + " : " + (up ? "goto in" + digit : "drop"))
                + element("add", "from-device", address() + " : " + (up ? "goto out" + digit : "drop"));
    }

    private String unmap() {
        return element("delete", "to-device", address()) + element("delete", "from-device", address());
    }

    private String lead(String verb, RuleChains rules) {
        String to = address() + " : goto " + rules.prefix();
        String log = address() + " : jump " + rules.prefix();
        return element(verb, "rules-in", to + "-in")
                + element(verb, "rules-out", to + "-out")
                + (rules.text().logsIn() ? element(verb, "log-in", log + "-log-in") : "")
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

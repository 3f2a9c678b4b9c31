package org.wec7emu.firewall.enforce.nftables;

import java.net.InetAddress;
import java.util.Set;
import java.util.stream.Collectors;
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
        return element("add", "self", address() + " . " + address()) + lead("add", rules) + map(true, false);
    }

    /** Leads its packets to other rules; what is remembered of connections stays. */
    String replace(RuleChains old, RuleChains next) {
        return lead("delete", old) + lead("add", next);
    }

    /**
     * Leads the device's packets to its rules, or drops all of them, which costs other packets nothing.
     *
     * @param exempt whether there are ports to which that doesn't apply
     */
    String link(boolean up, boolean exempt) {
        return unmap() + map(up, exempt);
    }

    /** Notes a TCP port to which no rule applies. */
    String exempt(int port) {
        return exempt("add", port);
    }

    private String exempt(String verb, int port) {
        return element(verb, "exempt", address() + " . " + port);
    }

    /** Takes the device out of the table. */
    String leave(RuleChains rules, Set<Integer> exempt) {
        String ports = exempt.stream().map(port -> exempt("delete", port)).collect(Collectors.joining());
        return unmap() + lead("delete", rules) + ports + element("delete", "self", address() + " . " + address());
    }

    private String map(boolean up, boolean exempt) {
        return element("add", "to-device", address() + " : " + verdict("in", up, exempt))
                + element("add", "from-device", address() + " : " + verdict("out", up, exempt));
    }

    private String verdict(String way, boolean up, boolean exempt) {
        String digit = Family.of(device).digit();
        if (exempt) {
            return "goto " + (up ? "beside-" : "off-") + way + digit;
        }
        return up ? "goto " + way + digit : "drop";
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

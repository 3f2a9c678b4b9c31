package org.wec7emu.firewall.enforce.nftables;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.wec7emu.firewall.AddressLiteral;
import org.wec7emu.firewall.enforce.EnforcementException;

/** What the kernel remembers of the connections of a device that has gone, which the next at its address is not to inherit. */
final class Leftovers {
    /** Where a flow has the device's address. */
    private static final int DEVICE = 2;

    private Leftovers() {}

    /** @throws EnforcementException when the table is gone */
    static void remove(NftContext context, TableText table, InetAddress address) throws EnforcementException {
        String listing = context.list(table, TableText.stateSets(Family.of(address)));
        String gone = AddressLiteral.of(address);
        for (Map.Entry<String, List<List<String>>> set :
                CountListing.elements(listing).entrySet()) {
            for (List<String> flow : set.getValue()) {
                if (flow.get(DEVICE).equals(gone)) {
                    remove(context, table, set.getKey(), flow);
                }
            }
        }
    }

    private static void remove(NftContext context, TableText table, String set, List<String> flow) {
        try {
            context.run("delete element inet " + table.name() + " " + set + " { " + String.join(" . ", flow) + " }\n");
        } catch (EnforcementException e) {
            // its time has run out meanwhile
        }
    }
}

package org.wec7emu.firewall.enforce.nftables;

import static org.wec7emu.firewall.Packets.address;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.ShippedFw6Rules;
import org.wec7emu.firewall.Traffic;

/** A device's life in the kernel's packet filter, text by text in this order, once in each address family. */
final class Listings {
    static final TableText TABLE = new TableText("wec7emu");
    static final DeviceText IPV4 = new DeviceText(TABLE, "d1", address("192.168.0.20"));
    static final DeviceText IPV6 = new DeviceText(TABLE, "d2", address("2001:db8::14"));

    /** Beckhoff's way: all is blocked, and then some allowed. */
    static final RuleSet CXCONFIG = new RuleSet(
            Dialect.CXCONFIG,
            true,
            List.of(
                    Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any()),
                    Rule.allow("rule1", Traffic.tcp(21)),
                    Rule.allow("rule2", new Traffic.Tcp(new PortRange(20, 22))),
                    Rule.allow("rule3", Traffic.tcp(8080)),
                    Rule.allow("disabled", Traffic.tcp(23)).disabled(),
                    Rule.allow("ads", Traffic.udp(48899)).from(AddressRange.parse("192.168.0.0/24")),
                    Rule.inbound("log", Action.LOG, Traffic.tcp(21)),
                    Rule.outbound("mail", Action.BLOCK, Traffic.tcp(25))));

    private Listings() {}

    /** Each text's name, and how it is made. */
    static Map<String, Supplier<String>> all() {
        RuleSet every = new RuleSet(Dialect.FW6, true, EveryKindOfRule.RULES);
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        all.put("table", TABLE::create);
        all.put("ipv4-added", () -> IPV4.add(CXCONFIG));
        all.put("ipv4-shipped-fw6", () -> IPV4.replace(ShippedFw6Rules.SET));
        all.put("ipv4-every-kind", () -> IPV4.replace(every));
        all.put("ipv4-off", () -> IPV4.replace(CXCONFIG.withEnabled(false)));
        all.put("ipv6-added", () -> IPV6.add(CXCONFIG));
        all.put("ipv6-shipped-fw6", () -> IPV6.replace(ShippedFw6Rules.SET));
        all.put("ipv6-every-kind", () -> IPV6.replace(every));
        all.put("ipv4-removed", IPV4::remove);
        all.put("ipv6-removed", IPV6::remove);
        all.put("table-removed", TABLE::remove);
        return all;
    }
}

package org.wec7emu.firewall.enforce.nftables;

import static org.wec7emu.firewall.Packets.address;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    static final DeviceText IPV4 = new DeviceText(TABLE, address("192.168.0.20"));
    static final DeviceText IPV6 = new DeviceText(TABLE, address("2001:db8::14"));

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

    static RuleChains chains(String prefix, RuleSet rules, DeviceText device) {
        return new RuleChains(TABLE, prefix, RuleChains.text(rules, device.device()));
    }

    /** Each text's name, and how it is made. */
    static Map<String, Supplier<String>> all() {
        RuleSet every = new RuleSet(Dialect.FW6, true, EveryKindOfRule.RULES);
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        all.put("table", TABLE::create);
        RuleChains ipv4 = chains("r1", CXCONFIG, IPV4);
        RuleChains fw6 = chains("r2", ShippedFw6Rules.SET, IPV4);
        RuleChains ofEveryKind = chains("r3", every, IPV4);
        RuleChains off = chains("r4", CXCONFIG.withEnabled(false), IPV4);
        all.put("ipv4-added", () -> ipv4.add() + IPV4.enter(ipv4));
        all.put("ipv4-shipped-fw6", () -> fw6.add() + IPV4.replace(ipv4, fw6) + ipv4.remove());
        all.put("ipv4-every-kind", () -> ofEveryKind.add() + IPV4.replace(fw6, ofEveryKind) + fw6.remove());
        all.put("ipv4-off", () -> off.add() + IPV4.replace(ofEveryKind, off) + ofEveryKind.remove());
        RuleChains ipv6 = chains("r5", CXCONFIG, IPV6);
        RuleChains fw6OfIpv6 = chains("r6", ShippedFw6Rules.SET, IPV6);
        RuleChains everyOfIpv6 = chains("r7", every, IPV6);
        all.put("ipv6-added", () -> ipv6.add() + IPV6.enter(ipv6));
        all.put("ipv6-shipped-fw6", () -> fw6OfIpv6.add() + IPV6.replace(ipv6, fw6OfIpv6) + ipv6.remove());
        all.put("ipv6-every-kind", () -> everyOfIpv6.add() + IPV6.replace(fw6OfIpv6, everyOfIpv6));
        all.put("ipv4-exempt", () -> IPV4.exempt(8191) + IPV4.link(true, true));
        all.put("ipv4-exempt-off", () -> IPV4.link(false, true));
        all.put("ipv6-exempt", () -> IPV6.exempt(8191) + IPV6.exempt(443) + IPV6.link(true, true));
        all.put("ipv4-removed", () -> IPV4.leave(off, Set.of(8191)) + off.remove());
        all.put(
                "ipv6-removed",
                () -> IPV6.leave(everyOfIpv6, new TreeSet<>(Set.of(8191, 443)))
                        + everyOfIpv6.remove()
                        + fw6OfIpv6.remove());
        all.put("table-removed", TABLE::remove);
        return all;
    }
}

package org.wec7emu.profile.registry;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Fw6PrivateHost;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.registry.RegistryValue;
import org.wec7emu.registry.RegistryValue.Binary;
import org.wec7emu.registry.RegistryValue.Dword;
import org.wec7emu.registry.RegistryValue.Text;

/**
 * A rule's values in the registry of the cxconfig dialect.
 *
 * <p>Source: FirewallWEC7_Default_Rules.reg and FirewallWEC7_Allow_all_Services.reg in
 * https://github.com/pcdshub/pcds-plc-image-generator. They show three kinds of rule, all of which allow what comes in: TCP or
 * UDP ports (Mask 0x41), an ICMP type with a code (0x40), and anything from one IPv4 address (0x20); and one that blocks all.
 * Nothing tells how a rule would be disabled, hold at certain hours, or combine a port with an address, so that is refused.
 * That {@code PrivateHost}, which some of the port rules have with the family alone, restricts them to IPv4 is inferred.
 */
final class CxConfigRule {
    static final String BLOCK_ALL = "BlockAllRule";
    static final long BLOCK_ALL_FILTER = 0x1_0000;

    private static final long FIRST_FILTER = 0x1_0009;
    private static final int OF_PORTS = 0x41;
    private static final int OF_ICMP = 0x40;
    private static final int OF_ADDRESS = 0x20;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ICMP = 1;
    private static final int OCTET = 255;
    private static final int LAST_PORT = 65_535;

    private CxConfigRule() {}

    /** Whether it is the rule that has a key of its own. */
    static boolean isBlockAll(Rule rule) {
        return rule.equals(Rule.inbound(BLOCK_ALL, Action.BLOCK, Traffic.any()));
    }

    /**
     * The values of the rule's key. The model has no description of a rule but its name, so that stands for it.
     *
     * @param place counted from 0, in the order of the rules that have such a key
     * @throws IllegalArgumentException when the form can't say what the rule says
     */
    static Map<String, RegistryValue> encode(Rule rule, int place) {
        requireSayable(rule);
        Map<String, RegistryValue> values = new LinkedHashMap<>();
        values.put("Description", new Text(rule.name()));
        values.put("Verbose", new Text(rule.caption()));
        values.put("filterId", filterId(FIRST_FILTER + place));
        Traffic traffic = rule.traffic();
        if (traffic instanceof Traffic.Tcp tcp) {
            ports(values, rule, TCP, tcp.ports());
        } else if (traffic instanceof Traffic.Udp udp) {
            ports(values, rule, UDP, udp.ports());
        } else if (traffic instanceof Traffic.Icmp icmp) {
            icmp(values, rule, icmp);
        } else if (traffic instanceof Traffic.Any) {
            address(values, rule);
        } else {
            throw FirewallRegistry.unsayable(rule, "it knows TCP, UDP and ICMP only");
        }
        values.put("Flags", new Dword(0));
        return values;
    }

    /**
     * The rule that a key's values say.
     *
     * @throws NotUnderstood when they aren't those of one of the published kinds
     */
    static Rule decode(String name, RuleKey key) throws NotUnderstood {
        int mask = key.number("Mask");
        if (key.number("Flags") != 0) {
            throw new NotUnderstood("Flags is not 0, and nothing is known of others");
        }
        try {
            return switch (mask) {
                case OF_PORTS -> portRule(name, key);
                case OF_ICMP -> icmpRule(name, key);
                case OF_ADDRESS -> Rule.allow(name, Traffic.any()).from(AddressRange.parse(key.text("IPv4address")));
                default ->
                    throw new NotUnderstood("Mask is 0x" + Integer.toHexString(mask)
                            + "; known are 0x41 (ports), 0x40 (ICMP) and 0x20 (an address)");
            };
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood(e);
        }
    }

    private static Rule portRule(String name, RuleKey key) throws NotUnderstood {
        int first = key.number("PortMin", 1, LAST_PORT);
        PortRange ports = new PortRange(first, key.number("PortMax", first, LAST_PORT));
        int protocol = key.number("Protocol");
        if (protocol != TCP && protocol != UDP) {
            throw new NotUnderstood("Protocol is neither 6 (TCP) nor 17 (UDP), as in a rule about ports");
        }
        Rule rule = Rule.allow(name, protocol == TCP ? new Traffic.Tcp(ports) : new Traffic.Udp(ports));
        if (!key.has("PrivateHost")) {
            return rule;
        }
        AddressRange family = Fw6PrivateHost.decode(key.bytes("PrivateHost"));
        if (!family.isWholeFamily() || !(family.base() instanceof Inet4Address)) {
            throw new NotUnderstood("PrivateHost isn't 02,00 (IPv4)");
        }
        return rule.ofDevice(family);
    }

    private static Rule icmpRule(String name, RuleKey key) throws NotUnderstood {
        if (key.number("Protocol") != ICMP) {
            throw new NotUnderstood("Protocol isn't 1 (ICMP), as in a rule about a type");
        }
        return Rule.allow(name, Traffic.Icmp.of(key.number("Type", 0, OCTET), key.number("Code", 0, OCTET)));
    }

    static Binary filterId(long number) {
        return new Binary(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array());
    }

    private static void requireSayable(Rule rule) {
        if (rule.action() == Action.BLOCK) {
            throw FirewallRegistry.unsayable(
                    rule, "the only rule that blocks there is " + BLOCK_ALL + ", which blocks all that comes in");
        } else if (rule.action() == Action.LOG) {
            throw FirewallRegistry.unsayable(rule, "its rules don't log");
        } else if (rule.direction() == Direction.OUTBOUND) {
            throw FirewallRegistry.unsayable(rule, "its rules are about what comes in");
        } else if (!rule.enabled()) {
            throw FirewallRegistry.unsayable(rule, "how a rule is disabled there is not known");
        } else if (rule.when().isPresent()) {
            throw FirewallRegistry.unsayable(rule, "its rules hold at all times");
        }
    }

    private static void ports(Map<String, RegistryValue> values, Rule rule, int protocol, PortRange ports) {
        requireNoPublicHost(rule);
        values.put("PortMin", new Dword(ports.first()));
        values.put("PortMax", new Dword(ports.last()));
        values.put("Protocol", new Dword(protocol));
        if (rule.privateHost().isPresent()) {
            AddressRange family = rule.privateHost().get();
            if (!family.isWholeFamily() || !(family.base() instanceof Inet4Address)) {
                throw FirewallRegistry.unsayable(rule, "as the device's address it knows IPv4 as a whole only");
            }
            values.put("PrivateHost", new Binary(Fw6PrivateHost.encode(family)));
        }
        values.put("Mask", new Dword(OF_PORTS));
    }

    private static void icmp(Map<String, RegistryValue> values, Rule rule, Traffic.Icmp icmp) {
        requireNoPublicHost(rule);
        requireNoPrivateHost(rule);
        if (icmp.type().isEmpty() || icmp.code().isEmpty()) {
            throw FirewallRegistry.unsayable(rule, "its ICMP rules have a type and a code");
        }
        values.put("Type", new Dword(icmp.type().getAsInt()));
        values.put("Code", new Dword(icmp.code().getAsInt()));
        values.put("Protocol", new Dword(ICMP));
        values.put("Mask", new Dword(OF_ICMP));
    }

    private static void address(Map<String, RegistryValue> values, Rule rule) {
        requireNoPrivateHost(rule);
        AddressRange host = rule.publicHost()
                .orElseThrow(() -> FirewallRegistry.unsayable(rule, "it allows everything from one address only"));
        if (!(host.base() instanceof Inet4Address) || host.prefix() != Integer.SIZE) {
            throw FirewallRegistry.unsayable(rule, "its only addresses are single ones of IPv4");
        }
        values.put("IPv4address", new Text(host.base().getHostAddress()));
        values.put("Mask", new Dword(OF_ADDRESS));
    }

    private static void requireNoPublicHost(Rule rule) {
        if (rule.publicHost().isPresent()) {
            throw FirewallRegistry.unsayable(rule, "how it would restrict ports or ICMP to an address is not known");
        }
    }

    private static void requireNoPrivateHost(Rule rule) {
        if (rule.privateHost().isPresent()) {
            throw FirewallRegistry.unsayable(rule, "only its port rules have an address of the device");
        }
    }
}

package org.wec7emu.profile.registry;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Fw6Days;
import org.wec7emu.firewall.Fw6Flags;
import org.wec7emu.firewall.Fw6Mask;
import org.wec7emu.firewall.Fw6PrivateHost;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.TimeCondition;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.registry.RegistryValue;
import org.wec7emu.registry.RegistryValue.Binary;
import org.wec7emu.registry.RegistryValue.Dword;

/**
 * A rule's values in the registry of the fw6 dialect. Which of them count says {@code Mask}.
 *
 * <p>Source: the examples of Microsoft aa450229 (Mask, Flags, PrivateHost, Protocol, Port), ms886651 (HourStart, HourEnd) and
 * ms886631; PortMin, PortMax, Type and Code stand in FirewallSettings.reg in
 * https://github.com/pcdshub/pcds-plc-image-generator. Inferred from the members of FW_RULE (ee494230), whose names the others
 * are without their prefixes: PublicHost, PublicHostMask, PublicHostPrefixLength, DayOfWeek, Day and Month, that PublicHost is
 * laid out as PrivateHost, that an IPv4 mask is four bytes in network order, and that IPv4 goes with a mask, IPv6 with a prefix
 * length.
 */
final class Fw6Rule {
    static final int TCP = 6;
    static final int UDP = 17;
    static final int ICMP = 1;
    static final int ICMPV6 = 58;

    private final Rule rule;
    private final Set<Fw6Mask> masks = EnumSet.noneOf(Fw6Mask.class);
    private final Map<String, RegistryValue> values = new LinkedHashMap<>();

    private Fw6Rule(Rule rule) {
        this.rule = rule;
    }

    /**
     * The values of the rule's key.
     *
     * @throws IllegalArgumentException when the form can't say what the rule says
     */
    static Map<String, RegistryValue> encode(Rule rule) {
        return new Fw6Rule(rule).encode();
    }

    private Map<String, RegistryValue> encode() {
        privateHost();
        rule.publicHost().filter(host -> !host.isWholeFamily()).ifPresent(this::publicHost);
        traffic();
        rule.when().ifPresent(this::times);
        Map<String, RegistryValue> all = new LinkedHashMap<>();
        all.put("Mask", new Dword(Fw6Mask.value(masks)));
        all.put("Flags", new Dword(Fw6Flags.of(rule).value()));
        all.putAll(values);
        return all;
    }

    private void privateHost() {
        AddressRange host = rule.privateHost().orElseGet(this::family);
        if (rule.publicHost().isPresent()
                && isIpv4(host) != isIpv4(rule.publicHost().get())) {
            throw FirewallRegistry.unsayable(rule, "its two ends are of different IP versions");
        }
        if (!host.isWholeFamily()) {
            masks.add(Fw6Mask.PRIVATE_HOST);
        }
        try {
            values.put("PrivateHost", new Binary(Fw6PrivateHost.encode(host)));
        } catch (IllegalArgumentException e) {
            throw FirewallRegistry.unsayable(rule, String.valueOf(e.getMessage()));
        }
    }

    /** Each rule is about one IP version; of one that doesn't say which, the rest may tell. */
    private AddressRange family() {
        if (rule.publicHost().isPresent()) {
            return isIpv4(rule.publicHost().get()) ? AddressRange.ALL_IPV4 : AddressRange.ALL_IPV6;
        } else if (rule.traffic() instanceof Traffic.Icmp) {
            return AddressRange.ALL_IPV4;
        } else if (rule.traffic() instanceof Traffic.Icmpv6) {
            return AddressRange.ALL_IPV6;
        }
        throw FirewallRegistry.unsayable(
                rule,
                "it is about IPv4 and IPv6, and a rule there is about one of them; make two of it, with private-host"
                        + " 0.0.0.0/0 and ::/0");
    }

    private void publicHost(AddressRange host) {
        masks.add(Fw6Mask.PUBLIC_HOST);
        values.put("PublicHost", new Binary(Fw6PrivateHost.encode(AddressRange.of(host.base()))));
        if (host.prefix() == host.base().getAddress().length * Byte.SIZE) {
            return;
        }
        if (isIpv4(host)) {
            masks.add(Fw6Mask.PUBLIC_HOST_MASK);
            int mask = -1 << (Integer.SIZE - host.prefix());
            values.put(
                    "PublicHostMask",
                    new Binary(ByteBuffer.allocate(Integer.BYTES).putInt(mask).array()));
        } else {
            masks.add(Fw6Mask.PUBLIC_HOST_PREFIX);
            values.put("PublicHostPrefixLength", new Dword(host.prefix()));
        }
    }

    private void traffic() {
        Traffic traffic = rule.traffic();
        if (traffic instanceof Traffic.Tcp tcp) {
            protocol(TCP);
            ports(tcp.ports());
        } else if (traffic instanceof Traffic.Udp udp) {
            protocol(UDP);
            ports(udp.ports());
        } else if (traffic instanceof Traffic.Icmp icmp) {
            protocol(ICMP);
            message(icmp.type(), icmp.code());
        } else if (traffic instanceof Traffic.Icmpv6 icmp) {
            protocol(ICMPV6);
            message(icmp.type(), icmp.code());
        } else if (traffic instanceof Traffic.Protocol protocol) {
            protocol(protocol.number());
        }
    }

    private void protocol(int number) {
        number(Fw6Mask.PROTOCOL, "Protocol", number);
    }

    private void ports(PortRange ports) {
        if (ports.isSinglePort()) {
            number(Fw6Mask.PORT, "Port", ports.first());
        } else {
            number(Fw6Mask.PORT, "PortMin", ports.first());
            number(Fw6Mask.PORT, "PortMax", ports.last());
        }
    }

    private void message(OptionalInt type, OptionalInt code) {
        type.ifPresent(number -> number(Fw6Mask.TYPE, "Type", number));
        code.ifPresent(number -> number(Fw6Mask.CODE, "Code", number));
    }

    private void times(TimeCondition times) {
        times.hours().ifPresent(hours -> {
            number(Fw6Mask.TIME_OF_DAY, "HourStart", hours.start());
            number(Fw6Mask.TIME_OF_DAY, "HourEnd", hours.end());
        });
        if (!times.daysOfWeek().isEmpty()) {
            number(Fw6Mask.DAY_OF_WEEK, "DayOfWeek", Fw6Days.value(times.daysOfWeek()));
        }
        times.dayOfMonth().ifPresent(day -> number(Fw6Mask.DAY, "Day", day));
        times.month().ifPresent(month -> number(Fw6Mask.MONTH, "Month", month.getValue()));
    }

    private void number(Fw6Mask mask, String name, int number) {
        masks.add(mask);
        values.put(name, new Dword(number));
    }

    private static boolean isIpv4(AddressRange host) {
        return host.base() instanceof Inet4Address;
    }
}

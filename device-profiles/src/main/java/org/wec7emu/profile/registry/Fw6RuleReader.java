package org.wec7emu.profile.registry;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Fw6Days;
import org.wec7emu.firewall.Fw6Flags;
import org.wec7emu.firewall.Fw6Mask;
import org.wec7emu.firewall.Fw6PrivateHost;
import org.wec7emu.firewall.HourRange;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.TimeCondition;
import org.wec7emu.firewall.Traffic;

/** Reads the values of a rule in the fw6 dialect, as {@link Fw6Rule} writes them and from the same sources. */
final class Fw6RuleReader {
    private static final int OCTET = 255;
    private static final int LAST_PORT = 65_535;
    private static final int HOURS = 23;
    private static final int DAYS = 31;
    private static final int MONTHS = 12;
    private static final int IPV6_BITS = 128;

    private final RuleKey key;
    private final Set<Fw6Mask> masks;

    private Fw6RuleReader(RuleKey key, Set<Fw6Mask> masks) {
        this.key = key;
        this.masks = masks;
    }

    /** @throws NotUnderstood when no rule is known that has such values */
    static Rule decode(String name, RuleKey key) throws NotUnderstood {
        try {
            return new Fw6RuleReader(key, Fw6Mask.of(key.number("Mask"))).rule(name);
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood(e);
        }
    }

    private Rule rule(String name) throws NotUnderstood {
        if (masks.contains(Fw6Mask.ACTION)) {
            throw new NotUnderstood(
                    "Mask has 0x40, of a log rule that notes one action only, which has no counterpart");
        }
        Fw6Flags flags = Fw6Flags.of(key.number("Flags"));
        AddressRange host = Fw6PrivateHost.decode(key.bytes("PrivateHost"));
        Optional<AddressRange> publicHost =
                masks.contains(Fw6Mask.PUBLIC_HOST) ? Optional.of(publicHost()) : Optional.empty();
        Traffic traffic = traffic();
        if (!masks.contains(Fw6Mask.PRIVATE_HOST)) {
            host = host.family();
        }
        if (publicHost.isPresent() && isIpv4(publicHost.get()) != isIpv4(host)) {
            throw new NotUnderstood("PublicHost and PrivateHost are of different IP versions");
        }
        boolean familyIsClear = publicHost.isPresent()
                || (isIpv4(host) ? traffic instanceof Traffic.Icmp : traffic instanceof Traffic.Icmpv6);
        Optional<AddressRange> privateHost =
                host.isWholeFamily() && familyIsClear ? Optional.empty() : Optional.of(host);
        return new Rule(
                name, flags.action(), flags.direction(), traffic, publicHost, privateHost, flags.enabled(), times());
    }

    private AddressRange publicHost() throws NotUnderstood {
        AddressRange host = Fw6PrivateHost.decode(key.bytes("PublicHost"));
        if (host.isWholeFamily()) {
            throw new NotUnderstood("PublicHost has no address");
        } else if (masks.contains(Fw6Mask.PUBLIC_HOST_MASK)) {
            byte[] mask = key.bytes("PublicHostMask");
            if (mask.length != Integer.BYTES || !isIpv4(host)) {
                throw new NotUnderstood("PublicHostMask isn't 4 bytes of IPv4");
            }
            int bits = ByteBuffer.wrap(mask).getInt();
            int prefix = Integer.numberOfLeadingZeros(~bits);
            if (Integer.bitCount(bits) != prefix) {
                throw new NotUnderstood("PublicHostMask has a one behind a zero");
            }
            return new AddressRange(host.base(), prefix);
        } else if (masks.contains(Fw6Mask.PUBLIC_HOST_PREFIX)) {
            return new AddressRange(host.base(), key.number("PublicHostPrefixLength", 0, IPV6_BITS));
        }
        return host;
    }

    private Traffic traffic() throws NotUnderstood {
        boolean typed = masks.contains(Fw6Mask.TYPE) || masks.contains(Fw6Mask.CODE);
        if (!masks.contains(Fw6Mask.PROTOCOL)) {
            if (typed || masks.contains(Fw6Mask.PORT)) {
                throw new NotUnderstood("Mask has ports or types (0x1c) and no protocol (0x20)");
            }
            return Traffic.any();
        }
        int protocol = key.number("Protocol", 0, OCTET);
        boolean ports = protocol == Fw6Rule.TCP || protocol == Fw6Rule.UDP;
        boolean types = protocol == Fw6Rule.ICMP || protocol == Fw6Rule.ICMPV6;
        if ((typed && !types) || (masks.contains(Fw6Mask.PORT) && !ports)) {
            throw new NotUnderstood(
                    "Mask and Protocol don't go together: " + protocol + " hasn't got what the mask names");
        }
        OptionalInt type = key.numberIf(masks.contains(Fw6Mask.TYPE), "Type", OCTET);
        OptionalInt code = key.numberIf(masks.contains(Fw6Mask.CODE), "Code", OCTET);
        if (ports && !masks.contains(Fw6Mask.PORT)) {
            return new Traffic.Protocol(protocol);
        }
        return switch (protocol) {
            case Fw6Rule.TCP -> new Traffic.Tcp(ports());
            case Fw6Rule.UDP -> new Traffic.Udp(ports());
            case Fw6Rule.ICMP -> new Traffic.Icmp(type, code);
            case Fw6Rule.ICMPV6 -> new Traffic.Icmpv6(type, code);
            default -> new Traffic.Protocol(protocol);
        };
    }

    private PortRange ports() throws NotUnderstood {
        if (key.has("Port") && key.has("PortMin")) {
            throw new NotUnderstood("it has both Port and PortMin");
        } else if (key.has("Port")) {
            return PortRange.of(key.number("Port", 1, LAST_PORT));
        }
        int first = key.number("PortMin", 1, LAST_PORT);
        return new PortRange(first, key.number("PortMax", first, LAST_PORT));
    }

    private Optional<TimeCondition> times() throws NotUnderstood {
        Optional<HourRange> hours = masks.contains(Fw6Mask.TIME_OF_DAY)
                ? Optional.of(new HourRange(key.number("HourStart", 0, HOURS), key.number("HourEnd", 0, HOURS)))
                : Optional.empty();
        Set<DayOfWeek> days = masks.contains(Fw6Mask.DAY_OF_WEEK) ? Fw6Days.of(key.number("DayOfWeek")) : Set.of();
        OptionalInt day = key.numberIf(masks.contains(Fw6Mask.DAY), "Day", DAYS);
        Optional<Month> month = masks.contains(Fw6Mask.MONTH)
                ? Optional.of(Month.of(key.number("Month", 1, MONTHS)))
                : Optional.empty();
        boolean always = hours.isEmpty()
                && (days.isEmpty() || days.size() == DayOfWeek.values().length)
                && day.isEmpty()
                && month.isEmpty();
        return always ? Optional.empty() : Optional.of(new TimeCondition(hours, days, day, month));
    }

    private static boolean isIpv4(AddressRange host) {
        return host.base() instanceof Inet4Address;
    }
}

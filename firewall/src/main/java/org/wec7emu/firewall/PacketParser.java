package org.wec7emu.firewall;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.PacketWords.Word;

/** Reads one packet's description; see {@link PacketText}. */
final class PacketParser {
    private static final int HIGHEST_PROTOCOL = 255;

    private final PacketWords words;
    private final PacketText device;

    PacketParser(String text, PacketText device) {
        this.words = new PacketWords(text);
        this.device = device;
    }

    Packet packet() {
        Word name = words.protocol();
        int protocol = protocol(name);
        PacketDetails details = new PacketDetails(words, protocol);
        PacketEnd from = PacketEnd.of(words.from(), words);
        PacketEnd to = PacketEnd.of(words.to(), words);
        refusePorts(protocol, from);
        refusePorts(protocol, to);
        boolean fromDevice = isDevice(from);
        boolean toDevice = isDevice(to);
        if (fromDevice && toDevice) {
            return toItself(protocol, name, from, to);
        } else if (!fromDevice && !toDevice) {
            throw words.mistake(
                    "neither end is the device; leave out the address of the one that is (or say the device's address)",
                    to.word());
        }
        Direction direction = toDevice ? Direction.INBOUND : Direction.OUTBOUND;
        if ((protocol == PacketText.TCP || protocol == PacketText.UDP) && to.port() == 0) {
            throw words.mistake("the port that it goes to is missing", to.word());
        }
        return between(direction, protocol, name, toDevice ? from : to, toDevice ? to : from, details);
    }

    private Packet between(
            Direction direction,
            int protocol,
            Word name,
            PacketEnd remoteEnd,
            PacketEnd ownEnd,
            PacketDetails details) {
        InetAddress remote = remoteEnd.requiredAddress();
        boolean version6 = remote instanceof Inet6Address;
        checkFamily(protocol, name, remote);
        InetAddress own = own(ownEnd, version6);
        if (own instanceof Inet6Address != version6) {
            throw words.mistake("one end is of IPv4, the other of IPv6", ownEnd.word());
        }
        InetSocketAddress there = new InetSocketAddress(remote, remoteEnd.port());
        InetSocketAddress here = new InetSocketAddress(own, ownEnd.port());
        return switch (protocol) {
            case PacketText.TCP -> new Packet.Tcp(direction, there, here, details.opening());
            case PacketText.UDP -> new Packet.Udp(direction, there, here);
            case PacketText.ICMP, PacketText.ICMPV6 ->
                new Packet.Icmp(direction, remote, own, details.requiredType(), details.code(), details.identifier());
            default -> new Packet.Other(direction, remote, own, protocol);
        };
    }

    private Packet toItself(int protocol, Word name, PacketEnd from, PacketEnd to) {
        PacketEnd written = from.address() == null ? to : from;
        InetAddress own = own(written, protocol == PacketText.ICMPV6);
        checkFamily(protocol, name, own);
        return new Packet.ToItself(own, protocol);
    }

    private InetAddress own(PacketEnd end, boolean version6) {
        InetAddress address = end.address();
        if (address != null) {
            return address;
        }
        return device.own(version6)
                .orElseThrow(() -> words.mistake(
                        "the device has no IPv" + (version6 ? 6 : 4) + " address; write the one that is meant",
                        end.word()));
    }

    private void checkFamily(int protocol, Word name, InetAddress address) {
        int other = address instanceof Inet6Address ? PacketText.ICMP : PacketText.ICMPV6;
        if (protocol == other) {
            throw words.mistake("IPv4 has icmp, IPv6 has icmpv6", name);
        }
    }

    private boolean isDevice(PacketEnd end) {
        InetAddress address = end.address();
        return address == null || device.isDevice(address);
    }

    private void refusePorts(int protocol, PacketEnd end) {
        if (end.port() != 0 && protocol != PacketText.TCP && protocol != PacketText.UDP) {
            throw words.mistake("only tcp and udp have ports", end.word());
        }
    }

    private int protocol(Word word) {
        return switch (word.text()) {
            case "tcp" -> PacketText.TCP;
            case "udp" -> PacketText.UDP;
            case "icmp" -> PacketText.ICMP;
            case "icmpv6" -> PacketText.ICMPV6;
            case "esp" -> PacketText.ESP;
            case "ah" -> PacketText.AH;
            default -> {
                @Nullable Integer number = PacketWords.number(word.text(), 0, HIGHEST_PROTOCOL);
                if (number == null) {
                    throw words.mistake(
                            "no protocol; there are tcp, udp, icmp, icmpv6, esp, ah, and numbers from 0 to 255", word);
                }
                yield number;
            }
        };
    }
}

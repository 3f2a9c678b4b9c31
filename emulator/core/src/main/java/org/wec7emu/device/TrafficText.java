package org.wec7emu.device;

import java.util.List;
import java.util.stream.IntStream;
import org.wec7emu.firewall.Packet;

/** What packets were, in a few words. */
final class TrafficText {
    private TrafficText() {}

    /** As in {@code udp/161}, {@code icmp type 13, code 0} or {@code IP protocol 47}. */
    static String of(Packet packet) {
        return packet instanceof Packet.Tcp || packet instanceof Packet.Udp
                ? of(List.of(packet))
                : withoutPorts(packet);
    }

    /** Of packets of one protocol: as in {@code tcp/1-1024 (950 ports)}. */
    static String of(List<Packet> packets) {
        int[] ports = packets.stream()
                .flatMapToInt(TrafficText::port)
                .distinct()
                .sorted()
                .toArray();
        if (ports.length == 0) {
            return withoutPorts(packets.get(0));
        }
        String protocol = packets.get(0) instanceof Packet.Tcp ? "tcp/" : "udp/";
        int first = ports[0];
        int last = ports[ports.length - 1];
        return protocol + first + (ports.length == 1 ? "" : "-" + last + " (" + ports.length + " ports)");
    }

    private static IntStream port(Packet packet) {
        if (packet instanceof Packet.Tcp tcp) {
            return IntStream.of(tcp.destinationPort());
        }
        return packet instanceof Packet.Udp udp ? IntStream.of(udp.destinationPort()) : IntStream.empty();
    }

    private static String withoutPorts(Packet packet) {
        if (packet instanceof Packet.Icmp icmp) {
            return (icmp.isVersion6() ? "icmpv6 type " : "icmp type ") + icmp.type() + ", code " + icmp.code();
        }
        return "IP protocol " + packet.protocol();
    }
}

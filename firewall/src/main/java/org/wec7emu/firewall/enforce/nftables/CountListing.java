package org.wec7emu.firewall.enforce.nftables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.enforce.CountedPackets;
import org.wec7emu.firewall.enforce.EnforcementException;

/**
 * Reads the JSON in which libnftables lists a set of counted flows: elements such as {@code {"val": {"concat": ["127.0.0.21",
 * "127.0.0.1", 6, 22]}, "counter": {"packets": 2, "bytes": 120}}}. Source: the manual page libnftables-json(5).
 */
final class CountListing {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int TCP = 6;
    private static final int UDP = 17;

    private CountListing() {}

    /**
     * The counts of each device.
     *
     * @param json one or several listings, of packets in the same direction
     * @throws EnforcementException when it isn't such a listing
     */
    static Map<InetAddress, List<CountedPackets>> read(String json, Direction direction) throws EnforcementException {
        Map<InetAddress, List<CountedPackets>> counts = new HashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            String set = "";
            List<String> key = List.of();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.FIELD_NAME) {
                    continue;
                }
                String field = parser.currentName();
                if (field.equals("name")) {
                    set = parser.nextTextValue();
                } else if (field.equals("concat")) {
                    key = scalars(parser);
                } else if (field.equals("packets")) {
                    InetAddress device = AddressRange.parse(key.get(0)).base();
                    Packet packet = packet(set, key, device, direction);
                    counts.computeIfAbsent(device, absent -> new ArrayList<>())
                            .add(new CountedPackets(packet, parser.nextLongValue(0)));
                }
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new EnforcementException("can't read what libnftables lists: " + e.getMessage(), e);
        }
        return counts;
    }

    /**
     * The elements of sets without counters, each as the commands of nftables take it.
     *
     * @return by the name of the set
     * @throws EnforcementException when it isn't such a listing
     */
    static Map<String, List<List<String>>> elements(String json) throws EnforcementException {
        Map<String, List<List<String>>> elements = new HashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            String set = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals("name")) {
                    set = parser.nextTextValue();
                } else if (token == JsonToken.FIELD_NAME && parser.currentName().equals("concat")) {
                    elements.computeIfAbsent(set, absent -> new ArrayList<>()).add(scalars(parser));
                }
            }
        } catch (IOException e) {
            throw new EnforcementException("can't read what libnftables lists: " + e.getMessage(), e);
        }
        return elements;
    }

    private static List<String> scalars(JsonParser array) throws IOException {
        List<String> scalars = new ArrayList<>();
        array.nextToken();
        while (array.nextToken() != JsonToken.END_ARRAY) {
            scalars.add(array.getText());
        }
        return scalars;
    }

    private static Packet packet(String set, List<String> key, InetAddress device, Direction direction) {
        InetAddress remote = AddressRange.parse(key.get(1)).base();
        int first = Integer.parseInt(key.get(2));
        if (set.endsWith("-icmp")) {
            return new Packet.Icmp(direction, remote, device, first, Integer.parseInt(key.get(3)), 0);
        } else if (set.endsWith("-other")) {
            return new Packet.Other(direction, remote, device, first);
        }
        int port = Integer.parseInt(key.get(3));
        boolean inbound = direction == Direction.INBOUND;
        InetSocketAddress remoteEnd = new InetSocketAddress(remote, inbound ? 0 : port);
        InetSocketAddress deviceEnd = new InetSocketAddress(device, inbound ? port : 0);
        return switch (first) {
            case TCP -> Packet.Tcp.syn(direction, remoteEnd, deviceEnd);
            case UDP -> new Packet.Udp(direction, remoteEnd, deviceEnd);
            default -> throw new IllegalArgumentException("protocol " + first + " has no ports");
        };
    }
}

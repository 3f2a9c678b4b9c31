package org.wec7emu.firewall;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rules about the same traffic, to be found by the two hosts of a packet. Rules of the same prefix lengths share a hash table,
 * so finding takes as long as there are pairs of lengths, not rules.
 *
 * <p>Rules are known by their rank, the place in the order in which they decide.
 */
final class HostTable {
    /** Behind all rules. */
    static final int NONE = Integer.MAX_VALUE;

    /** By the rank of their first rule. */
    private final List<Lengths> lengths = new ArrayList<>();

    private int aboutAnyHosts = NONE;

    /**
     * An address of either family.
     *
     * @param bits the length of the family's addresses
     * @param high the first 64 bits; of IPv4 its 32, and zeros
     * @param low the last 64 bits of IPv6, else 0
     */
    record Host(int bits, long high, long low) {
        static Host of(InetAddress address) {
            byte[] octets = address.getAddress();
            return octets.length == 4
                    ? new Host(Integer.SIZE, (octets(octets, 0, 4) << Integer.SIZE), 0)
                    : new Host(2 * Long.SIZE, octets(octets, 0, 8), octets(octets, 8, 8));
        }

        private static long octets(byte[] octets, int from, int count) {
            long value = 0;
            for (int i = from; i < from + count; i++) {
                value = value << Byte.SIZE | Byte.toUnsignedLong(octets[i]);
            }
            return value;
        }
    }

    /** Both hosts of a packet, as far as prefixes reach. */
    private record Prefixes(long remoteHigh, long remoteLow, long deviceHigh, long deviceLow) {
        // Written out, as a record's own are several times slower until the JVM's best compiler has seen to them.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Prefixes it
                    && remoteHigh == it.remoteHigh
                    && remoteLow == it.remoteLow
                    && deviceHigh == it.deviceHigh
                    && deviceLow == it.deviceLow;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(((remoteHigh * 31 + remoteLow) * 31 + deviceHigh) * 31 + deviceLow);
        }
    }

    /**
     * What rules say of one of the two hosts.
     *
     * @param bits the length of the family's addresses; 0 for rules about any host
     */
    private record Length(int bits, int prefix) {
        static Length of(Optional<AddressRange> range) {
            return range.map(it -> new Length(Host.of(it.base()).bits(), it.prefix()))
                    .orElse(new Length(0, 0));
        }

        boolean fits(Host host) {
            return bits == 0 || bits == host.bits();
        }

        long high(Host host) {
            return host.high() & ones(prefix);
        }

        long low(Host host) {
            return host.low() & ones(prefix - Long.SIZE);
        }

        /** The first {@code count} of 64 bits. */
        private static long ones(int count) {
            return count <= 0 ? 0 : -1L << (Long.SIZE - Math.min(count, Long.SIZE));
        }
    }

    /** Rules of the same prefix lengths, by their prefixes. */
    private record Lengths(Length remote, Length device, int first, Map<Prefixes, Integer> ranks) {
        Prefixes prefixes(Host remoteHost, Host deviceHost) {
            return new Prefixes(
                    remote.high(remoteHost), remote.low(remoteHost), device.high(deviceHost), device.low(deviceHost));
        }
    }

    /** Puts in a rule that decides after all that are here. */
    void add(Rule rule, int rank) {
        if (aboutAnyHosts != NONE) {
            return;
        }
        if (rule.publicHost().isEmpty() && rule.privateHost().isEmpty()) {
            aboutAnyHosts = rank;
            return;
        }
        Lengths same = ofLengths(Length.of(rule.publicHost()), Length.of(rule.privateHost()), rank);
        same.ranks().putIfAbsent(same.prefixes(base(rule.publicHost()), base(rule.privateHost())), rank);
    }

    private Lengths ofLengths(Length remote, Length device, int rank) {
        for (Lengths known : lengths) {
            if (known.remote().equals(remote) && known.device().equals(device)) {
                return known;
            }
        }
        Lengths added = new Lengths(remote, device, rank, new HashMap<>());
        lengths.add(added);
        return added;
    }

    private static Host base(Optional<AddressRange> range) {
        return range.map(it -> Host.of(it.base())).orElse(new Host(0, 0, 0));
    }

    /** The rank of the first rule about these hosts, or {@code best} when that is lower. */
    int first(Host remote, Host device, int best) {
        int first = Math.min(best, aboutAnyHosts);
        for (int i = 0; i < lengths.size() && lengths.get(i).first() < first; i++) {
            Lengths same = lengths.get(i);
            if (same.remote().fits(remote) && same.device().fits(device)) {
                first = Math.min(first, same.ranks().getOrDefault(same.prefixes(remote, device), NONE));
            }
        }
        return first;
    }

    /** The lowest rank. */
    int first() {
        return lengths.isEmpty()
                ? aboutAnyHosts
                : Math.min(aboutAnyHosts, lengths.get(0).first());
    }
}

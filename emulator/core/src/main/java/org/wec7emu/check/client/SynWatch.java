package org.wec7emu.check.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.wec7emu.device.Device;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.Verdict;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.DeviceEvent;

/**
 * Notes in the journal that a client of this host dials the control port in vain, where the level of enforcement can't tell: the
 * host's own table of connections does. Only the level backlog needs it.
 */
final class SynWatch {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    /** State of a socket that has sent a SYN and heard nothing. Source: Linux, include/net/tcp_states.h. */
    private static final String SYN_SENT = "02";

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int REPEATS = 6;
    private static final int HEX = 16;
    private static final int WORD = 4;

    private final Device device;
    private final boolean needed;
    private final String target;
    private final Verdict verdict;
    /** SYNs seen so far of each local end. */
    private final Map<String, Long> seen = new HashMap<>();

    SynWatch(Device device) {
        this.device = device;
        InetAddress address = AddressRange.parse(device.host()).base();
        target = littleEndian(address) + String.format(Locale.ROOT, ":%04X", device.port());
        verdict = device.firewallInForce()
                .decide(Packet.Tcp.syn(
                        Direction.INBOUND,
                        new InetSocketAddress(address, 0),
                        new InetSocketAddress(address, PortMap.CONTROL_PORT)));
        needed = device.enforcement() == EnforcementLevel.BACKLOG && !verdict.passes();
    }

    /** As the kernel prints an address on a little-endian machine: its 32-bit words as numbers. */
    private static String littleEndian(InetAddress address) {
        byte[] bytes = address.getAddress();
        StringBuilder hex = new StringBuilder();
        for (int word = 0; word < bytes.length; word += WORD) {
            for (int i = WORD - 1; i >= 0; i--) {
                hex.append(String.format(Locale.ROOT, "%02X", bytes[word + i]));
            }
        }
        return hex.toString();
    }

    void look() {
        if (needed) {
            TABLES.forEach(this::read);
        }
    }

    private void read(Path table) {
        try {
            Files.readAllLines(table).forEach(this::note);
        } catch (IOException e) {
            // a host without IPv6 has no such table
        }
    }

    private void note(String line) {
        String[] fields = BLANKS.split(line.strip(), -1);
        // an IPv4 address within IPv6 ends as the IPv4 address does
        if (fields.length <= REPEATS || !fields[STATE].equals(SYN_SENT) || !fields[REMOTE].endsWith(target)) {
            return;
        }
        long sent = 1 + Long.parseLong(fields[REPEATS], HEX);
        long more = sent - seen.getOrDefault(fields[LOCAL], 0L);
        if (more > 0) {
            seen.put(fields[LOCAL], sent);
            device.journal()
                    .append(new DeviceEvent.ConnectionDropped(
                            Instant.now(),
                            device.host(),
                            PortMap.CONTROL_PORT,
                            device.port(),
                            more,
                            verdict.cause().ruleName(),
                            verdict.cause().sentence()));
        }
    }
}

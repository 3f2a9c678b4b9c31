package org.wec7emu.firewall.enforce.nftables;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sockets of the calling thread's network namespace, as {@code /proc/net/tcp} and its kin list them. */
final class HostSockets {
    private static final Path LISTS = Path.of("/proc/thread-self/net");
    private static final Path OWN_DESCRIPTORS = Path.of("/proc/self/fd");
    private static final String TCP_LISTENS = "0A";
    private static final String TIME_WAIT = "06 ";
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private static final Map<String, SharedReading<List<Line>>> LISTINGS = new ConcurrentHashMap<>();

    /**
     * A line of a list.
     *
     * @param list it stands in, without the digit of the address family
     * @param local its own end, the rest as the kernel has it too
     */
    private record Line(String list, String local, String remote, String state, String inode) {
        boolean isAt(InetAddress address) {
            return HostSockets.isAt(local, address);
        }

        boolean waitsEverywhere() {
            boolean waits = list.equals("tcp") ? state.equals(TCP_LISTENS) : isZero(bytes(remote));
            return waits && isZero(bytes(local));
        }

        @Override
        public String toString() {
            return list + " port " + Integer.parseInt(local.substring(local.indexOf(':') + 1), 16);
        }
    }

    private HostSockets() {}

    /**
     * Another process's socket that has an address, as in "tcp port 22".
     *
     * @param wildcardsToo whether sockets that wait for clients at every address count as well
     * @throws IOException when the lists can't be read
     */
    static Optional<String> userOf(InetAddress address, boolean wildcardsToo) throws IOException {
        List<Line> found = LISTINGS
                .computeIfAbsent(NftTable.namespaceOfThisThread(), absent -> new SharedReading<>())
                .since(System.nanoTime(), HostSockets::read)
                .stream()
                .filter(line -> line.isAt(address) || (wildcardsToo && line.waitsEverywhere()))
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Set<String> ours = ownInodes();
        return found.stream()
                .filter(line -> !ours.contains(line.inode))
                .map(Line::toString)
                .findFirst();
    }

    /** Lists all sockets but those at the addresses of devices of this process, which nobody else has. */
    private static List<Line> read() throws IOException {
        Set<InetAddress> devices = NftTable.devicesOfThisThread();
        List<Line> lines = new ArrayList<>();
        for (String list : List.of("tcp", "tcp6", "udp", "udp6")) {
            for (String line : lines(list)) {
                if (hasEnded(line)) {
                    continue; // of these a busy host has ten thousands
                }
                String[] fields = line.strip().split("\\s+", -1);
                // Without an inode it is nobody's any more, as a connection that has just ended.
                boolean counts = fields.length > INODE && !fields[INODE].equals("0");
                if (counts && !devices.contains(InetAddress.getByAddress(bytes(fields[LOCAL])))) {
                    lines.add(new Line(
                            list.substring(0, 3), fields[LOCAL], fields[REMOTE], fields[STATE], fields[INODE]));
                }
            }
        }
        return lines;
    }

    /** Whether it is a connection that is over and only remembered. */
    private static boolean hasEnded(String line) {
        int remote = line.indexOf(' ', line.indexOf(':') + 2) + 1;
        return line.startsWith(TIME_WAIT, line.indexOf(' ', remote) + 1);
    }

    private static List<String> lines(String list) throws IOException {
        try {
            List<String> lines = Files.readAllLines(LISTS.resolve(list));
            return lines.subList(Math.min(1, lines.size()), lines.size());
        } catch (NoSuchFileException e) {
            return List.of(); // a kernel without IPv6
        }
    }

    private static Set<String> ownInodes() throws IOException {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(OWN_DESCRIPTORS)) {
            for (Path descriptor : descriptors) {
                String target = target(descriptor);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return inodes;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }

    private static boolean isAt(String end, InetAddress address) {
        byte[] found = bytes(end);
        byte[] wanted = address.getAddress();
        return Arrays.equals(found, wanted)
                || (found.length == 16 && wanted.length == 4 && Arrays.equals(found, mapped(wanted)));
    }

    private static boolean isZero(byte[] bytes) {
        return Arrays.equals(bytes, new byte[bytes.length]);
    }

    /** The words of an address are printed in the machine's byte order. */
    private static byte[] bytes(String end) {
        ByteBuffer printed = ByteBuffer.wrap(HexFormat.of().parseHex(end, 0, end.indexOf(':')))
                .order(ByteOrder.nativeOrder());
        ByteBuffer address = ByteBuffer.allocate(printed.capacity());
        while (printed.hasRemaining()) {
            address.putInt(printed.getInt());
        }
        return address.array();
    }

    private static byte[] mapped(byte[] ipv4) {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        System.arraycopy(ipv4, 0, mapped, 12, ipv4.length);
        return mapped;
    }
}

package org.wec7emu.firewall.enforce.nftables;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.wec7emu.firewall.enforce.nftables.SocketDiag.IpProtocol;

/** Who has sockets in the calling thread's network namespace. */
final class HostSockets {
    private static final Path OWN_DESCRIPTORS = Path.of("/proc/self/fd");
    private static final String SOCKET = "socket:[";
    private static final Map<String, SharedReading<List<HostSocket>>> LISTINGS = new ConcurrentHashMap<>();

    private HostSockets() {}

    /** Where a list of sockets comes from. */
    interface Listing {
        void list(IpProtocol protocol, boolean ipv6, Consumer<HostSocket> sink) throws IOException;
    }

    /**
     * Another process's socket that has an address, as in "tcp port 22".
     *
     * @param wildcardsToo whether sockets that wait for clients at every address count as well
     * @throws IOException when the lists can't be read
     */
    static Optional<String> userOf(InetAddress address, boolean wildcardsToo) throws IOException {
        List<HostSocket> found = LISTINGS
                .computeIfAbsent(NftTables.namespaceOfThisThread(), absent -> new SharedReading<>())
                .since(System.nanoTime(), HostSockets::read)
                .stream()
                .filter(socket -> socket.address().equals(address) || (wildcardsToo && socket.waitsEverywhere()))
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Set<Long> ours = ownInodes();
        return found.stream()
                .filter(socket -> !ours.contains(socket.inode()))
                .map(HostSocket::toString)
                .findFirst();
    }

    private static List<HostSocket> read() throws IOException {
        try {
            return read(SocketDiag::list);
        } catch (IOException e) {
            return read(ProcNet::list);
        }
    }

    /** Lists all sockets but those at the addresses of devices of this process, which nobody else has. */
    static List<HostSocket> read(Listing listing) throws IOException {
        Set<InetAddress> devices = NftTables.devicesOfThisThread();
        List<HostSocket> sockets = new ArrayList<>();
        for (IpProtocol protocol : IpProtocol.values()) {
            for (boolean ipv6 : new boolean[] {false, true}) {
                listing.list(protocol, ipv6, socket -> {
                    if (!devices.contains(socket.address())) {
                        sockets.add(socket);
                    }
                });
            }
        }
        return sockets;
    }

    private static Set<Long> ownInodes() throws IOException {
        Set<Long> inodes = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(OWN_DESCRIPTORS)) {
            for (Path descriptor : descriptors) {
                String target = target(descriptor);
                if (target.startsWith(SOCKET)) {
                    inodes.add(Long.parseLong(target, SOCKET.length(), target.length() - 1, 10));
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
}

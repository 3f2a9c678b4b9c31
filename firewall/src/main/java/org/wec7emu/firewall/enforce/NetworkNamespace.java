package org.wec7emu.firewall.enforce;

import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** The part of the host's network that this process sees. */
public final class NetworkNamespace {
    /** A setting that only the network namespace shows in which the host started. */
    private static final Path OF_THE_HOST = Path.of("/proc/sys/net/core/netdev_max_backlog");

    private NetworkNamespace() {}

    /** Whether it is that of the host itself, not that of a container or a network namespace of its own. */
    public static boolean isHosts() {
        return Files.exists(OF_THE_HOST);
    }

    /**
     * The address that others in the network reach it at: of the first interface that has one, IPv4 before IPv6; empty where
     * there is nothing but loopback.
     */
    public static Optional<InetAddress> address() {
        try {
            return NetworkInterface.networkInterfaces()
                    .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .min(Comparator.comparing(address -> !(address instanceof Inet4Address)));
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }
}

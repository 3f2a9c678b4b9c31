package org.wec7emu.firewall.enforce.nftables;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wec7emu.firewall.AddressLiteral;
import org.wec7emu.firewall.enforce.NetworkNamespace;

/**
 * Whether an address is a device's own, so that a filter on it keeps nobody from anything else.
 *
 * <p>On the host itself only 127.x.y.z can be, except those that the host goes by. In another network namespace, such as a
 * container's, any address can be. Nowhere may another program use it.
 */
final class OwnAddress {
    private static final String INSTEAD = "give the device an address of its own, such as 127.0.0.21";
    private static final int LOOPBACK_NET = 127;
    private static final Path HOSTS = Path.of("/etc/hosts");
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    private OwnAddress() {}

    /** Why an address can't be a device's own, and what to do; empty when it can. */
    static Optional<String> objection(InetAddress address) {
        String name = AddressLiteral.of(address);
        if (address.isAnyLocalAddress()) {
            return Optional.of(name + " stands for every address of this host; " + INSTEAD);
        }
        if (isLoopbackOfHost(address)) {
            return Optional.of(name + " is this host's own loopback address, which other programs use; " + INSTEAD);
        }
        boolean alias = address instanceof Inet4Address && address.getAddress()[0] == LOOPBACK_NET;
        if (!alias && NetworkNamespace.isHosts()) {
            return Optional.of(name + " is an address of this host, which other programs use; " + INSTEAD
                    + ", or a network namespace or container");
        }
        if (isHostsName(address)) {
            return Optional.of(name + " is what this host's name stands for (" + HOSTS + "); " + INSTEAD);
        }
        if (!Capability.hasNetAdmin()) {
            return Optional.empty(); // the kernel says no to whatever address
        }
        try {
            return HostSockets.userOf(address, !alias)
                    .map(user -> name + " is also used by another program (" + user + "); end it, or " + INSTEAD);
        } catch (IOException e) {
            return Optional.of("can't tell whether other programs use " + name + ": " + e.getMessage());
        }
    }

    private static boolean isLoopbackOfHost(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isLoopbackAddress() && (bytes.length != 4 || (bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 1));
    }

    private static boolean isHostsName(InetAddress address) {
        try {
            String own = Files.readString(HOST_NAME).strip();
            for (String line : Files.readAllLines(HOSTS, StandardCharsets.ISO_8859_1)) {
                List<String> words = List.of(line.replaceAll("#.*", "").strip().split("\\s+"));
                boolean named = words.stream()
                        .skip(1)
                        .anyMatch(word -> word.equals("localhost") || word.equals(own) || word.startsWith(own + "."));
                if (named && words.get(0).equals(AddressLiteral.of(address))) {
                    // In a container the one address is also what its name stands for.
                    return NetworkNamespace.isHosts();
                }
            }
            return false;
        } catch (IOException e) {
            return false; // a host without the file goes by no address of it
        }
    }
}

package org.wec7emu.network;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/** A client and a device on one cable. */
final class TwoHosts implements AutoCloseable {
    private static final int DISCARD = 9;
    private static final int LIMIT_MILLIS = 10_000;

    private final Namespace client;
    private final Namespace device;

    private TwoHosts(Namespace client, Namespace device) {
        this.client = client;
        this.device = device;
    }

    static TwoHosts linked() throws Exception {
        Namespace client = Namespace.create();
        try {
            Namespace device = Namespace.create();
            TwoHosts hosts = new TwoHosts(client, device);
            try {
                Link.between(
                        client,
                        List.of(Addresses.CLIENT, Addresses.CLIENT_IPV6),
                        device,
                        List.of(Addresses.DEVICE, Addresses.DEVICE_IPV6));
                // Else only so many RSTs and unreachables a second, and nmap would wait for them.
                device.sysctl("net.ipv4.icmp_ratelimit=0", "net.ipv6.icmp.ratelimit=0");
                awaitPath(client);
                return hosts;
            } catch (Exception e) {
                device.close();
                throw e;
            }
        } catch (Exception e) {
            client.close();
            throw e;
        }
    }

    /** A cable just laid takes a moment, after which the device refuses connections. */
    private static void awaitPath(Namespace client) throws Exception {
        try (InNamespace inside = InNamespace.enter(client)) {
            for (InetAddress device : List.of(Addresses.DEVICE, Addresses.DEVICE_IPV6)) {
                inside.call(() -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(new InetSocketAddress(device, DISCARD), LIMIT_MILLIS);
                        throw new IllegalStateException(device + " has a discard service");
                    } catch (ConnectException refused) {
                        return true;
                    }
                });
            }
        }
    }

    Namespace client() {
        return client;
    }

    Namespace device() {
        return device;
    }

    @Override
    public void close() throws InterruptedException {
        client.close();
        device.close();
    }
}

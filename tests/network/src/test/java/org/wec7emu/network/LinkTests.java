package org.wec7emu.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTests {
    @Test
    void carriesConnectionsOfBothIpVersions() throws Exception {
        try (Namespace one = Namespace.create();
                Namespace other = Namespace.create();
                InNamespace client = InNamespace.enter(one);
                InNamespace device = InNamespace.enter(other)) {
            Link.between(
                    one,
                    List.of(Addresses.CLIENT, Addresses.CLIENT_IPV6),
                    other,
                    List.of(Addresses.DEVICE, Addresses.DEVICE_IPV6));

            assertThat(remoteOfAConnection(client, device, Addresses.DEVICE)).isEqualTo(Addresses.CLIENT);
            assertThat(remoteOfAConnection(client, device, Addresses.DEVICE_IPV6))
                    .isEqualTo(Addresses.CLIENT_IPV6);
        }
    }

    private static InetAddress remoteOfAConnection(InNamespace client, InNamespace device, InetAddress address)
            throws Exception {
        InetSocketAddress control = new InetSocketAddress(address, 21);
        try (ServerSocketChannel server =
                        device.call(() -> ServerSocketChannel.open().bind(control));
                SocketChannel connected = client.call(() -> SocketChannel.open(control));
                SocketChannel accepted = device.call(server::accept)) {
            assertThat(connected.isConnected()).isTrue();
            return ((InetSocketAddress) accepted.getRemoteAddress()).getAddress();
        }
    }
}

package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wec7emu.firewall.Packets.address;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.firewall.enforce.nftables.HostSockets.Listing;

/** The kernel's two lists of sockets, which say the same. */
@ParameterizedClass
@MethodSource("listings")
class SocketListingTests {
    private static final InetAddress HERE = address("127.0.0.1");
    private static final int MANY = 300;

    @Parameter
    private Listing listing;

    static List<Named<Listing>> listings() {
        return List.of(Named.of("sock_diag", SocketDiag::list), Named.of("/proc/net", ProcNet::list));
    }

    private List<HostSocket> listed(String protocol, int port) throws IOException {
        return HostSockets.read(listing).stream()
                .filter(socket -> socket.protocol().equals(protocol) && socket.port() == port)
                .toList();
    }

    @Test
    void aServerSocketWaitsAtItsAddress() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, address("127.0.0.9"))) {
            assertThat(listed("tcp", server.getLocalPort())).singleElement().satisfies(socket -> {
                assertThat(socket).hasToString("tcp port " + server.getLocalPort());
                assertThat(socket.waits()).isTrue();
                assertThat(socket.waitsEverywhere()).isFalse();
                assertThat(socket.address()).isEqualTo(address("127.0.0.9"));
                assertThat(socket.inode()).isPositive();
            });
        }
    }

    @Test
    void oneForEveryAddressWaitsEverywhere() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            assertThat(listed("tcp", server.getLocalPort())).singleElement().satisfies(socket -> {
                assertThat(socket.waitsEverywhere()).isTrue();
            });
        }
    }

    @Test
    void theEndsOfAConnectionWaitForNobody() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, HERE);
                Socket client = new Socket(HERE, server.getLocalPort());
                Socket accepted = server.accept()) {
            assertThat(listed("tcp", client.getLocalPort())).singleElement().satisfies(socket -> {
                assertThat(socket.waits()).isFalse();
                assertThat(socket.address()).isEqualTo(accepted.getInetAddress());
            });
            assertThat(listed("tcp", server.getLocalPort()))
                    .extracting(HostSocket::waits)
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void aConnectionThatIsOverIsNobodys() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, HERE)) {
            Socket client = new Socket(HERE, server.getLocalPort());
            port = client.getLocalPort();
            Socket accepted = server.accept();
            client.close();
            assertThat(accepted.getInputStream().read()).isNegative();
            accepted.close();
        }
        assertThat(listed("tcp", port)).isEmpty();
    }

    @Test
    void aSocketOfUdpWaitsUnlessItHasAnotherEnd() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0, HERE)) {
            assertThat(listed("udp", socket.getLocalPort()))
                    .extracting(HostSocket::waits)
                    .containsExactly(true);
            socket.connect(new InetSocketAddress(HERE, 9));
            assertThat(listed("udp", socket.getLocalPort()))
                    .extracting(HostSocket::waits)
                    .containsExactly(false);
        }
    }

    @Test
    void aSocketOfIpv6IsAtTheIpv4AddressThatItSpeaks() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1);
                Socket client = new Socket(HERE, server.getLocalPort())) {
            assertThat(listed("tcp", client.getPort()))
                    .filteredOn(socket -> !socket.waits())
                    .allSatisfy(socket -> assertThat(socket.address()).isEqualTo(HERE));
        }
    }

    @Test
    void ofManyNoneIsLeftOut() throws Exception {
        List<ServerSocket> servers = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                servers.add(new ServerSocket(0, 1, HERE));
            }
            assertThat(HostSockets.read(listing))
                    .filteredOn(socket -> socket.protocol().equals("tcp") && socket.waits())
                    .extracting(HostSocket::port)
                    .containsAll(
                            servers.stream().map(ServerSocket::getLocalPort).toList());
        } finally {
            for (ServerSocket server : servers) {
                server.close();
            }
        }
    }
}

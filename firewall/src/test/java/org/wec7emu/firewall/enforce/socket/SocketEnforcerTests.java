package org.wec7emu.firewall.enforce.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.wec7emu.firewall.enforce.Clients.accepted;
import static org.wec7emu.firewall.enforce.Clients.anyPort;
import static org.wec7emu.firewall.enforce.Clients.assertSilent;
import static org.wec7emu.firewall.enforce.Clients.completes;
import static org.wec7emu.firewall.enforce.Clients.connected;
import static org.wec7emu.firewall.enforce.Clients.openDescriptors;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.Availability;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.GuardedPort;

/** Rule sets at work in the kernel. */
class SocketEnforcerTests {
    private static final Rule BLOCK_ALL = Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any());
    private static final RuleSet FTP_ONLY =
            new RuleSet(Dialect.CXCONFIG, true, List.of(BLOCK_ALL, Rule.allow("ftp", Traffic.tcp(21))));

    private Enforcement enforcement;

    @BeforeEach
    void start() throws Exception {
        Availability availability = new SocketEnforcer().probe();
        assumeTrue(
                availability instanceof Availability.Available,
                () -> "needs the enforcement level socket (CAP_NET_ADMIN on recent kernels): " + availability);
        enforcement = new SocketEnforcer().start(FTP_ONLY);
    }

    @AfterEach
    void stop() {
        if (enforcement != null) {
            enforcement.close();
        }
    }

    private GuardedPort open(int logicalPort) throws Exception {
        return open(StandardProtocolFamily.INET, logicalPort, "127.0.0.1");
    }

    private GuardedPort open(StandardProtocolFamily family, int logicalPort, String address) throws Exception {
        GuardedPort port = enforcement.open(family, logicalPort);
        port.channel().bind(anyPort(address));
        port.bound();
        return port;
    }

    private static InetSocketAddress address(GuardedPort port) throws Exception {
        return (InetSocketAddress) port.channel().getLocalAddress();
    }

    @Test
    void offItsNetworkEveryPortIsSilentAndWhatIsLostIsNotTheRulesDoing() throws Exception {
        GuardedPort ftp = open(21);
        enforcement.link(false);
        GuardedPort other = enforcement.open(StandardProtocolFamily.INET, 21);
        other.channel().bind(anyPort("127.0.0.1"));
        assertSilent(ftp.channel().getLocalAddress());
        assertSilent(other.channel().getLocalAddress());
        assertThat(ftp.dropped()).hasValue(0);

        enforcement.link(true);

        connected(ftp.channel().getLocalAddress()).close();
        connected(other.channel().getLocalAddress()).close();
        assertThat(ftp.dropped()).hasValue(0);
    }

    @Test
    void whatComesInOnASilencedConnectionArrivesAfterwards() throws Exception {
        GuardedPort ftp = open(21);
        try (java.net.Socket client = connected(ftp.channel().getLocalAddress());
                java.nio.channels.SocketChannel server = ftp.channel().accept()) {
            server.configureBlocking(false);
            java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocate(10);
            assertThat(enforcement.silence(server, true)).isTrue();
            client.getOutputStream().write(7);
            assertThat(server.read(buffer)).isZero();

            enforcement.silence(server, false);

            server.configureBlocking(true);
            assertThat(server.read(buffer)).isOne();
        }
    }

    @Test
    void letsClientsInWhereARuleAllowsThePort() throws Exception {
        GuardedPort ftp = open(21);

        try (Socket client = connected(address(ftp))) {
            assertThat(client.isConnected()).isTrue();
            assertThat(ftp.dropped()).hasValue(0);
        }
    }

    @Test
    void isSilentWhereNoRuleAllowsThePort() throws Exception {
        GuardedPort web = open(80);

        assertSilent(address(web));

        assertThat(accepted(web.channel())).isEmpty();
    }

    @Test
    void isSilentToAClientOfLoopbackThoughTheDeviceMayTalkToItself() throws Exception {
        enforcement.apply(FTP_ONLY.with(Rule.allow("itself", Traffic.any()).from(AddressRange.parse("127.0.0.1"))));

        assertSilent(address(open(80)));
    }

    @Test
    void isSilentInIpv6Too() throws Exception {
        GuardedPort ftp = open(StandardProtocolFamily.INET6, 21, "::1");
        GuardedPort web = open(StandardProtocolFamily.INET6, 80, "::1");

        connected(address(ftp)).close();
        assertSilent(address(web));
    }

    @Test
    void tellsIpVersionsApartOnASocketThatHasBoth() throws Exception {
        enforcement.apply(FTP_ONLY.with(Rule.allow("v4", Traffic.tcp(80)).from(AddressRange.parse("126.0.0.0/7"))));
        int port = address(open(StandardProtocolFamily.INET6, 80, "::")).getPort();

        connected(new InetSocketAddress("127.0.0.1", port)).close();
        assertSilent(new InetSocketAddress("::1", port));
    }

    @Test
    void tellsTheDevicesAddressesApart() throws Exception {
        Rule onOneAddress = new Rule(
                "one",
                Action.ALLOW,
                Direction.INBOUND,
                Traffic.tcp(80),
                Optional.empty(),
                Optional.of(AddressRange.parse("127.0.0.5")),
                true);
        enforcement.apply(FTP_ONLY.with(onOneAddress));
        int port = address(open(StandardProtocolFamily.INET, 80, "0.0.0.0")).getPort();

        connected(new InetSocketAddress("127.0.0.5", port)).close();
        assertSilent(new InetSocketAddress("127.0.0.6", port));
    }

    @Test
    void countsWhatItDrops() throws Exception {
        GuardedPort web = open(80);

        assertSilent(address(web));
        assertSilent(address(web));

        assertThat(web.dropped().getAsLong()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void remembersTheCountWhenThePortIsClosed() throws Exception {
        GuardedPort web = open(80);
        assertSilent(address(web));

        web.close();

        assertThat(web.dropped().getAsLong()).isPositive();
    }

    @Test
    void letsAWaitingClientInOnceTheRulesAllowIt() throws Exception {
        GuardedPort web = open(80);
        try (SocketChannel client = SocketChannel.open()) {
            client.configureBlocking(false);
            client.connect(address(web));
            assertThat(client.finishConnect()).isFalse();

            enforcement.apply(FTP_ONLY.with(Rule.allow("web", Traffic.tcp(80))));

            assertThat(completes(client)).isTrue();
        }
    }

    @Test
    void keepsAnEstablishedConnectionWhenTheRulesForbidItsPort() throws Exception {
        GuardedPort ftp = open(21);
        try (Socket client = connected(address(ftp));
                SocketChannel server = accepted(ftp.channel()).orElseThrow()) {
            enforcement.apply(FTP_ONLY.without("ftp"));

            assertSilent(address(ftp));
            client.getOutputStream().write('N');
            assertThat(server.socket().getInputStream().read()).isEqualTo('N');
            server.socket().getOutputStream().write('2');
            assertThat(client.getInputStream().read()).isEqualTo('2');
        }
    }

    @Test
    void putsRulesInForceOnEveryOpenPort() throws Exception {
        GuardedPort ftp = open(21);
        GuardedPort web = open(80);
        RuleSet off = FTP_ONLY.withEnabled(false);

        enforcement.apply(off);

        connected(address(ftp)).close();
        connected(address(web)).close();
        assertThat(enforcement.rules()).isEqualTo(off);
    }

    @Test
    void keepsTheOldRulesWhenTheNewOnesAreTooLong() throws Exception {
        GuardedPort ftp = open(21);
        GuardedPort web = open(80);
        RuleSet tooLong = FTP_ONLY;
        for (int i = 0; i < 2100; i++) {
            tooLong = tooLong.with(
                    Rule.allow("web" + i, Traffic.tcp(80)).from(AddressRange.parse("10.0." + i / 256 + "." + i % 256)));
        }
        RuleSet rules = tooLong.without("ftp");

        assertThatExceptionOfType(EnforcementException.class).isThrownBy(() -> enforcement.apply(rules));

        connected(address(ftp)).close();
        assertSilent(address(web));
        assertThat(enforcement.rules()).isEqualTo(FTP_ONLY);
    }

    @Test
    void appliesRulesThoughAHolderClosedItsChannel() throws Exception {
        GuardedPort web = open(80);
        web.channel().close();
        GuardedPort ftp = open(21);

        enforcement.apply(FTP_ONLY.without("ftp"));

        assertSilent(address(ftp));
        assertThat(web.dropped()).isEqualTo(OptionalLong.of(0));
    }

    @Test
    void neverTouchesASocketThatGotTheNumberOfAClosedOne() throws Exception {
        GuardedPort web = open(80);
        web.channel().close();
        try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.INET)) {
            other.bind(anyPort("127.0.0.1"));

            ((SocketPort) web).filter(Optional.empty());
            ((SocketPort) web).filter(Optional.of(FilterProgram.dropAll()));

            connected(other.getLocalAddress()).close();
        }
    }

    @Test
    void isNeverSilentInTheHoldersSense() throws Exception {
        GuardedPort web = open(80);

        assertThat(web.silent()).isFalse();
        assertThat(web.isFiller(address(web))).isFalse();
        assertThat(enforcement.level()).isEqualTo(EnforcementLevel.SOCKET);
    }

    @Test
    void opensNoPortOnceItIsClosed() {
        enforcement.close();

        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> enforcement.open(StandardProtocolFamily.INET, 21));
    }

    @Test
    void leavesNoDescriptorBehind() throws Exception {
        open(80).close();
        String before = openDescriptors();

        GuardedPort web = open(80);
        open(21);
        assertSilent(address(web));
        enforcement.apply(FTP_ONLY.without("ftp"));
        web.dropped();
        enforcement.close();

        assertThat(openDescriptors()).isEqualTo(before);
    }
}

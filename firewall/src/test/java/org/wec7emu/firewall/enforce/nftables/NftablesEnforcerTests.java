package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wec7emu.firewall.enforce.Clients.assertSilent;
import static org.wec7emu.firewall.enforce.Clients.connected;
import static org.wec7emu.firewall.enforce.Clients.openDescriptors;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.HourRange;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.TimeCondition;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.Clients;
import org.wec7emu.firewall.enforce.CountedPackets;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.GuardedPort;
import org.wec7emu.firewall.enforce.Placement;

/** A device's rules as chains in the kernel, for an address of its own. */
class NftablesEnforcerTests {
    private static final Rule BLOCK_ALL = Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any());
    private static final RuleSet FTP_ONLY =
            new RuleSet(Dialect.CXCONFIG, true, List.of(BLOCK_ALL, Rule.allow("ftp", Traffic.tcp(21))));
    private static final InetAddress CLIENT = InetAddress.getLoopbackAddress();

    private InetAddress device;
    private Enforcement enforcement;

    @BeforeEach
    void start() throws Exception {
        device = OwnAddresses.next();
        enforcement = start(FTP_ONLY);
    }

    @AfterEach
    void stop() {
        if (enforcement != null) {
            enforcement.close();
        }
    }

    private Enforcement start(RuleSet rules) throws EnforcementException {
        return new NftablesEnforcer(new Placement(device, true)).start(rules);
    }

    private GuardedPort open(int port) throws IOException {
        GuardedPort opened = enforcement.open(StandardProtocolFamily.INET, port);
        opened.channel().bind(at(port));
        opened.bound();
        return opened;
    }

    private InetSocketAddress at(int port) {
        return new InetSocketAddress(device, port);
    }

    private CountedPackets syns(int port, long count) {
        return new CountedPackets(Packet.Tcp.syn(Direction.INBOUND, new InetSocketAddress(CLIENT, 0), at(port)), count);
    }

    @Test
    void isTheLevelNftables() {
        assertThat(enforcement.level()).isEqualTo(EnforcementLevel.NFTABLES);
        assertThat(enforcement.rules()).isEqualTo(FTP_ONLY);
    }

    @Test
    void letsClientsInWhereARuleAllowsThePort() throws Exception {
        open(21);

        connected(at(21)).close();
    }

    @Test
    void isSilentWhereNoRuleAllowsThePortWhetherAnythingListensOrNot() throws Exception {
        open(80);

        assertSilent(at(80));
        assertSilent(at(81));
    }

    @Test
    void answersForAClosedPortThatARuleAllows() {
        assertThatThrownBy(() -> connected(at(21))).isInstanceOf(ConnectException.class);
    }

    @Test
    void leavesAllPortsAloneWhileTheFirewallIsOff() throws Exception {
        enforcement.apply(FTP_ONLY.withEnabled(false));
        open(80);

        connected(at(80)).close();
        assertThatThrownBy(() -> connected(at(81))).isInstanceOf(ConnectException.class);
    }

    @Test
    void leavesOtherAddressesAlone() throws Exception {
        try (ServerSocket neighbour = new ServerSocket(0, 1, CLIENT);
                Socket client = connected(neighbour.getLocalSocketAddress())) {
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void letsTheDeviceDialAClientAndHearItsAnswers() throws Exception {
        try (ServerSocket client = new ServerSocket(0, 1, CLIENT);
                Socket data = connected(device.getHostAddress(), client.getLocalSocketAddress());
                Socket accepted = client.accept()) {
            accepted.getOutputStream().write('x');

            assertThat(data.getInputStream().read()).isEqualTo('x');
        }
    }

    @Test
    void dropsDatagramsThatNoRuleAllows() throws Exception {
        enforcement.apply(FTP_ONLY.with(Rule.allow("udp", Traffic.udp(48899))));
        try (DatagramSocket allowed = new DatagramSocket(at(48899));
                DatagramSocket dropped = new DatagramSocket(at(48898));
                DatagramSocket client = new DatagramSocket(0, CLIENT)) {
            client.send(new DatagramPacket(new byte[] {1}, 1, at(48898)));
            client.send(new DatagramPacket(new byte[] {2}, 1, at(48899)));

            allowed.setSoTimeout((int) Clients.LIMIT.toMillis());
            allowed.receive(new DatagramPacket(new byte[1], 1));
            dropped.setSoTimeout(1);
            assertThatThrownBy(() -> dropped.receive(new DatagramPacket(new byte[1], 1)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void tellsClientsApartByTheirAddress() throws Exception {
        enforcement.apply(new RuleSet(
                Dialect.CXCONFIG,
                true,
                List.of(
                        BLOCK_ALL,
                        Rule.allow("ftp", Traffic.tcp(21)).from(AddressRange.parse("127.0.0.0/8")),
                        Rule.allow("one", Traffic.tcp(22)).from(AddressRange.parse("10.1.2.3")))));
        open(21);
        open(22);

        // A rule about loopback is about the device itself and lets nobody in.
        assertSilent(at(21));
        assertSilent(at(22));
    }

    @Test
    void takesEveryKindOfRule() throws Exception {
        enforcement.apply(new RuleSet(Dialect.FW6, true, EveryKindOfRule.RULES));

        assertThat(enforcement.rules().rules()).isEqualTo(EveryKindOfRule.RULES);
    }

    @Test
    void changesRulesAtOnceAndKeepsConnectionsThatWereLetIn() throws Exception {
        GuardedPort port = open(21);
        try (Socket client = connected(at(21));
                Socket server = port.channel().accept().socket()) {
            client.getOutputStream().write('a');
            assertThat(server.getInputStream().read()).isEqualTo('a');

            enforcement.apply(FTP_ONLY.without("ftp"));

            assertSilent(at(21));
            client.getOutputStream().write('b');
            assertThat(server.getInputStream().read()).isEqualTo('b');
            server.getOutputStream().write('c');
            assertThat(client.getInputStream().read()).isEqualTo('c');
        }
    }

    @Test
    void keepsConnectionsWhenTheFirewallIsSwitchedOnLater() throws Exception {
        enforcement.apply(FTP_ONLY.withEnabled(false));
        GuardedPort port = open(80);
        try (Socket client = connected(at(80));
                Socket server = port.channel().accept().socket()) {
            client.getOutputStream().write('a');
            assertThat(server.getInputStream().read()).isEqualTo('a');

            enforcement.apply(FTP_ONLY);

            client.getOutputStream().write('b');
            assertThat(server.getInputStream().read()).isEqualTo('b');
        }
    }

    @Test
    void dropsWhatTheDeviceSendsAgainstItsRules() throws Exception {
        enforcement.apply(FTP_ONLY.with(Rule.outbound("out", Action.BLOCK, new Traffic.Tcp(new PortRange(1, 65535)))));
        try (ServerSocket client = new ServerSocket(0, 1, CLIENT)) {
            assertSilent(device.getHostAddress(), client.getLocalSocketAddress());
        }
    }

    @Test
    void countsDropsForAnOpenPortBySource() throws Exception {
        GuardedPort port = open(80);

        assertSilent(at(80));

        assertThat(port.dropped()).hasValue(1);
        assertThat(port.drops()).containsExactly(syns(80, 1));
        assertThat(enforcement.strayDrops()).isEmpty();
    }

    @Test
    void tellsOfDropsForOtherPortsOnceEach() throws Exception {
        open(80);
        assertSilent(at(81));

        assertThat(enforcement.strayDrops()).containsExactly(syns(81, 1));
        assertThat(enforcement.strayDrops()).isEmpty();
    }

    @Test
    void doesNotCountForAPortWhatWasDroppedBeforeItWasOpened() throws Exception {
        assertSilent(at(80));

        assertThat(open(80).dropped()).hasValue(0);
    }

    @Test
    void notesWhatRulesLogWhetherItPassesOrNot() throws Exception {
        Rule web = Rule.inbound("web", Action.LOG, Traffic.tcp(80));
        Rule ftp = Rule.inbound("ftp control", Action.LOG, new Traffic.Tcp(new PortRange(20, 21)));
        Rule twice = Rule.inbound("the same", Action.LOG, Traffic.tcp(80));
        enforcement.apply(FTP_ONLY.with(web).with(ftp).with(twice));

        assertSilent(at(80));
        assertSilent(at(81));
        assertThatThrownBy(() -> connected(at(21))).isInstanceOf(ConnectException.class);

        assertThat(enforcement.logged()).containsExactlyInAnyOrder(syns(80, 1), syns(21, 1));
        assertThat(enforcement.logged()).isEmpty();
    }

    @Test
    void notesWhatTheDeviceSendsWhereARuleLogsIt() throws Exception {
        enforcement.apply(FTP_ONLY.with(Rule.outbound("dialled", Action.LOG, Traffic.tcp(4243))));
        try (Socket dialling = new Socket()) {
            dialling.bind(at(20));
            assertThatThrownBy(() -> dialling.connect(new InetSocketAddress(CLIENT, 4243)))
                    .isInstanceOf(ConnectException.class);
        }

        assertThat(enforcement.logged())
                .containsExactly(new CountedPackets(
                        Packet.Tcp.syn(Direction.OUTBOUND, new InetSocketAddress(CLIENT, 4243), at(0)), 1));
    }

    @Test
    void keepsDevicesOfOneProcessApart() throws Exception {
        InetAddress other = OwnAddresses.next();
        try (Enforcement open = new NftablesEnforcer(new Placement(other, true)).start(FTP_ONLY.withEnabled(false))) {
            assertThatThrownBy(() -> connected(new InetSocketAddress(other, 80)))
                    .isInstanceOf(ConnectException.class);
            assertSilent(at(80));
            assertThat(open.strayDrops()).isEmpty();
        }
        assertThatThrownBy(() -> connected(new InetSocketAddress(other, 80))).isInstanceOf(ConnectException.class);
        assertSilent(at(80));
    }

    @Test
    void remembersNoConnectionsOfADeviceThatHadTheAddressBefore() throws Exception {
        InetAddress address = OwnAddresses.next();
        InetSocketAddress port = new InetSocketAddress(address, 80);
        RuleSet nothingIn = new RuleSet(Dialect.FW6, true, List.of());
        try (ServerSocket server = new ServerSocket(80, 1, address)) {
            Enforcement gone = new NftablesEnforcer(new Placement(address, true)).start(FTP_ONLY.withEnabled(false));
            try (Socket client = connected(port);
                    Socket accepted = server.accept()) {
                gone.close();
                try (Enforcement next = new NftablesEnforcer(new Placement(address, true)).start(nothingIn)) {
                    client.getOutputStream().write(1);

                    assertThat(next.strayDrops()).singleElement().satisfies(drops -> assertThat(
                                    drops.example().remote())
                            .isEqualTo(client.getLocalAddress()));
                }
                assertThat(accepted.isConnected()).isTrue();
            }
        }
    }

    @Test
    void refusesASecondDeviceAtTheSameAddress() {
        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> start(FTP_ONLY))
                .withMessage(device.getHostAddress()
                        + " belongs to another device of this process already; give each an address of its own");
    }

    @Test
    void refusesRulesOfCertainTimesAndKeepsTheOldOnes() throws Exception {
        Rule timed = Rule.allow("night", Traffic.tcp(22)).during(TimeCondition.daily(new HourRange(21, 8)));

        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> enforcement.apply(FTP_ONLY.with(timed)))
                .withMessageStartingWith("rule night (Allow TCP port 22");
        assertThat(enforcement.rules()).isEqualTo(FTP_ONLY);
    }

    @Test
    void leavesNothingBehindWhenClosed() throws Exception {
        String before = openDescriptors();
        InetAddress address = OwnAddresses.next();
        Enforcement second = new NftablesEnforcer(new Placement(address, true)).start(FTP_ONLY);
        second.open(StandardProtocolFamily.INET, 80).channel().bind(new InetSocketAddress(address, 80));

        second.close();

        assertThat(openDescriptors()).isEqualTo(before);
        assertThatThrownBy(() -> connected(new InetSocketAddress(address, 80))).isInstanceOf(ConnectException.class);
        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> second.open(StandardProtocolFamily.INET, 81))
                .withMessage("the firewall of this device has been closed");
    }
}

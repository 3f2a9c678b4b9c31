package org.wec7emu.firewall.enforce.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.wec7emu.firewall.enforce.Clients.accepted;
import static org.wec7emu.firewall.enforce.Clients.anyPort;
import static org.wec7emu.firewall.enforce.Clients.assertSilent;
import static org.wec7emu.firewall.enforce.Clients.completes;
import static org.wec7emu.firewall.enforce.Clients.connected;
import static org.wec7emu.firewall.enforce.Clients.openDescriptors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.Availability;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.GuardedPort;

/** Rule sets at work without privileges. */
class BacklogEnforcerTests {
    private static final Rule BLOCK_ALL = Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any());
    private static final RuleSet FTP_ONLY =
            new RuleSet(Dialect.CXCONFIG, true, List.of(BLOCK_ALL, Rule.allow("ftp", Traffic.tcp(21))));
    private static final RuleSet FTP_AND_WEB = FTP_ONLY.with(Rule.allow("web", Traffic.tcp(80)));
    private static final RuleSet NOTHING = FTP_ONLY.without("ftp");

    private Enforcement enforcement;

    @BeforeEach
    void start() throws Exception {
        enforcement = new BacklogEnforcer().start(FTP_ONLY);
    }

    @AfterEach
    void stop() {
        enforcement.close();
    }

    private GuardedPort open(int logicalPort) throws Exception {
        return open(StandardProtocolFamily.INET, logicalPort, "127.0.0.1", 1);
    }

    private GuardedPort open(StandardProtocolFamily family, int logicalPort, String address, int backlog)
            throws Exception {
        GuardedPort port = enforcement.open(family, logicalPort);
        port.channel().bind(anyPort(address), backlog);
        port.bound();
        return port;
    }

    private static InetSocketAddress address(GuardedPort port) throws Exception {
        return (InetSocketAddress) port.channel().getLocalAddress();
    }

    /** Accepts and closes fillers as a holder does; gives the first connection that is none. */
    private static Optional<SocketChannel> firstReal(GuardedPort port) throws Exception {
        for (Optional<SocketChannel> next = accepted(port.channel());
                next.isPresent();
                next = accepted(port.channel())) {
            if (!port.isFiller(next.get().getRemoteAddress())) {
                return next;
            }
            next.get().close();
        }
        return Optional.empty();
    }

    @Test
    void isAvailableWithoutPrivileges() {
        assertThat(new BacklogEnforcer().probe()).isEqualTo(new Availability.Available());
    }

    @Test
    void letsClientsInWhereARuleAllowsThePort() throws Exception {
        GuardedPort ftp = open(21);

        try (Socket client = connected(address(ftp));
                SocketChannel server = firstReal(ftp).orElseThrow()) {
            assertThat(ftp.silent()).isFalse();
            assertThat(server.getRemoteAddress()).isEqualTo(client.getLocalSocketAddress());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 50})
    void isSilentWhereNoRuleAllowsThePortWhateverItsBacklog(int backlog) throws Exception {
        GuardedPort web = open(StandardProtocolFamily.INET, 80, "127.0.0.1", backlog);

        assertThat(web.silent()).isTrue();
        assertSilent(address(web));
    }

    @Test
    void offItsNetworkEveryPortIsSilentAndOnItAgainThoseThatTheRulesHave() throws Exception {
        GuardedPort ftp = open(21);
        enforcement.link(false);
        GuardedPort web = open(80);
        assertThat(ftp.silent()).isTrue();
        assertSilent(address(ftp));
        enforcement.apply(FTP_AND_WEB);
        assertSilent(address(web));

        enforcement.link(true);
        enforcement.apply(FTP_ONLY);

        assertThat(ftp.silent()).isFalse();
        assertThat(web.silent()).isTrue();
        assertThat(firstReal(ftp)).isEmpty();
        connected(address(ftp)).close();
        assertSilent(address(web));
    }

    @Test
    void isSilentInIpv6Too() throws Exception {
        assertSilent(address(open(StandardProtocolFamily.INET6, 80, "::1", 1)));
    }

    @Test
    void isSilentOnEveryAddressOfAPortThatIsBoundToAll() throws Exception {
        int ipv4 = address(open(StandardProtocolFamily.INET, 80, "0.0.0.0", 1)).getPort();
        int both = address(open(StandardProtocolFamily.INET6, 80, "::", 1)).getPort();

        assertSilent(new InetSocketAddress("127.0.0.1", ipv4));
        assertSilent(new InetSocketAddress("127.0.0.2", ipv4));
        assertSilent(new InetSocketAddress("127.0.0.1", both));
        assertSilent(new InetSocketAddress("::1", both));
    }

    @Test
    void letsAWaitingClientInOnTheSameSocketOnceTheRulesAllowIt() throws Exception {
        GuardedPort web = open(80);
        try (SocketChannel client = SocketChannel.open()) {
            client.configureBlocking(false);
            client.connect(address(web));
            assertThat(client.finishConnect()).isFalse();

            enforcement.apply(FTP_AND_WEB);
            assertThat(firstReal(web)).isEmpty();

            assertThat(completes(client)).isTrue();
            assertThat(firstReal(web)).isPresent();
        }
    }

    @Test
    void leavesFillersToBeAcceptedAfterwardsThatHaveEnded() throws Exception {
        GuardedPort web = open(80);

        enforcement.apply(FTP_AND_WEB);

        try (SocketChannel filler = accepted(web.channel()).orElseThrow()) {
            assertThat(web.isFiller(filler.getRemoteAddress())).isTrue();
            assertThat(web.isFiller(filler.getRemoteAddress())).isTrue();
            assertThat(filler.socket().getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void forgetsAFillerOnceItIsClosedSinceAClientMayGetItsAddress() throws Exception {
        GuardedPort web = open(80);
        enforcement.apply(FTP_AND_WEB);
        SocketChannel filler = accepted(web.channel()).orElseThrow();
        SocketAddress remote = filler.getRemoteAddress();

        filler.close();

        assertThat(web.isFiller(remote)).isFalse();
    }

    @Test
    void tellsTheHolderWhenAPortOpens() throws Exception {
        GuardedPort web = open(80);
        List<Boolean> told = new ArrayList<>();
        web.onSilenceChange(() -> told.add(web.silent()));

        enforcement.apply(FTP_AND_WEB);
        enforcement.apply(FTP_AND_WEB.with(Rule.allow("more", Traffic.tcp(443))));

        assertThat(told).containsExactly(false);
    }

    @Test
    void tellsTheHolderToStopAcceptingBeforeAPortIsFilled() throws Exception {
        GuardedPort ftp = open(21);
        List<Boolean> told = new ArrayList<>();
        List<Optional<SocketChannel>> waiting = new ArrayList<>();
        ftp.onSilenceChange(() -> {
            told.add(ftp.silent());
            try {
                waiting.add(accepted(ftp.channel()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        enforcement.apply(NOTHING);

        assertThat(told).containsExactly(true);
        assertThat(waiting).containsExactly(Optional.empty());
        assertSilent(address(ftp));
    }

    @Test
    void keepsAnEstablishedConnectionWhenTheRulesForbidItsPort() throws Exception {
        GuardedPort ftp = open(21);
        try (Socket client = connected(address(ftp));
                SocketChannel server = firstReal(ftp).orElseThrow()) {
            enforcement.apply(NOTHING);

            assertSilent(address(ftp));
            client.getOutputStream().write('N');
            assertThat(server.socket().getInputStream().read()).isEqualTo('N');
            server.socket().getOutputStream().write('2');
            assertThat(client.getInputStream().read()).isEqualTo('2');
        }
    }

    @Test
    void canBeBlockedAgainBeforeTheHolderHasAcceptedTheFillers() throws Exception {
        GuardedPort web = open(80);

        enforcement.apply(FTP_AND_WEB);
        enforcement.apply(FTP_ONLY);

        assertSilent(address(web));
        enforcement.apply(FTP_AND_WEB);
        assertThat(firstReal(web)).isEmpty();
        connected(address(web)).close();
    }

    @Test
    void fillsAPortThatWasBlockedBeforeItWasBound() throws Exception {
        GuardedPort ftp = enforcement.open(StandardProtocolFamily.INET, 21);
        enforcement.apply(NOTHING);

        ftp.channel().bind(anyPort("127.0.0.1"), 1);
        ftp.bound();

        assertSilent(address(ftp));
    }

    @Test
    void refusesToStartWithARuleThatTellsClientsApart() {
        RuleSet rules = FTP_ONLY.with(Rule.allow("web", Traffic.tcp(80)).from(AddressRange.parse("10.0.0.1")));

        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> new BacklogEnforcer().start(rules))
                .withMessageContaining("rule web")
                .withMessageContaining("use the level socket");
    }

    @Test
    void keepsTheOldRulesWhenTheNewOnesTellClientsApart() throws Exception {
        GuardedPort ftp = open(21);
        RuleSet rules = NOTHING.with(Rule.allow("web", Traffic.tcp(80)).from(AddressRange.parse("10.0.0.1")));

        assertThatExceptionOfType(EnforcementException.class).isThrownBy(() -> enforcement.apply(rules));

        assertThat(enforcement.rules()).isEqualTo(FTP_ONLY);
        connected(address(ftp)).close();
    }

    @Test
    void keepsTheOldRulesWhenAQueueIsTooLongToFill() throws Exception {
        GuardedPort ftp = open(StandardProtocolFamily.INET, 21, "127.0.0.1", 400);

        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> enforcement.apply(NOTHING))
                .withMessageContaining("bind it with a smaller backlog");

        assertThat(enforcement.rules()).isEqualTo(FTP_ONLY);
        assertThat(ftp.silent()).isFalse();
        connected(address(ftp)).close();
    }

    @Test
    void cannotCountWhatTheKernelDrops() throws Exception {
        assertThat(open(80).dropped()).isEmpty();
        assertThat(enforcement.level()).isEqualTo(EnforcementLevel.BACKLOG);
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
        enforcement.apply(FTP_AND_WEB);
        firstReal(web);
        enforcement.apply(NOTHING);
        enforcement.close();

        assertThat(openDescriptors()).isEqualTo(before);
    }
}

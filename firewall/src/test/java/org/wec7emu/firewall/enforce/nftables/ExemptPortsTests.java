package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wec7emu.firewall.enforce.Clients.assertSilent;
import static org.wec7emu.firewall.enforce.Clients.connected;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.GuardedPort;
import org.wec7emu.firewall.enforce.Placement;

/** Ports at a device's address that aren't the device's. */
class ExemptPortsTests {
    private static final RuleSet FTP_ONLY = new RuleSet(
            Dialect.CXCONFIG,
            true,
            List.of(Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any()), Rule.allow("ftp", Traffic.tcp(21))));

    private InetAddress device;
    private Enforcement enforcement;

    @BeforeEach
    void start() throws Exception {
        device = OwnAddresses.next();
        enforcement = start(device);
    }

    @AfterEach
    void stop() {
        if (enforcement != null) {
            enforcement.close();
        }
    }

    private static Enforcement start(InetAddress address) throws EnforcementException {
        return new NftablesEnforcer(new Placement(address, true)).start(FTP_ONLY);
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

    @Test
    void lettingEverybodyReachAPortIsNoRuleAndHoldsOffTheNetworkToo() throws Exception {
        GuardedPort http = open(80);
        GuardedPort https = open(443);
        enforcement.exempt(80);
        assertAnswers(http);
        assertSilent(at(443));

        enforcement.link(false);
        assertAnswers(http);
        assertSilent(at(21));

        enforcement.exempt(443);
        assertAnswers(https);
        assertSilent(at(21));

        enforcement.link(true);
        assertAnswers(http);
        assertAnswers(https);
        assertSilent(at(81));
        assertThatThrownBy(() -> connected(at(21))).isInstanceOf(ConnectException.class);

        enforcement.apply(FTP_ONLY.withEnabled(false));
        enforcement.apply(FTP_ONLY);
        assertAnswers(https);
        assertThat(enforcement.rules()).isEqualTo(FTP_ONLY);
    }

    /** A client connects and hears what is sent to it. */
    private void assertAnswers(GuardedPort port) throws Exception {
        try (Socket client = connected(at(port.logicalPort()));
                SocketChannel accepted = port.channel().accept()) {
            accepted.write(ByteBuffer.wrap(new byte[] {'x'}));
            assertThat(client.getInputStream().read()).isEqualTo('x');
        }
    }

    @Test
    void exemptPortsGoWithTheirDevice() throws Exception {
        try (Enforcement neighbour = start(OwnAddresses.next())) { // whose table stays
            enforcement.exempt(80);
            enforcement.exempt(80);
            enforcement.close();

            enforcement = start(device);
            assertSilent(at(80));
            enforcement.exempt(80);
            assertThatThrownBy(() -> connected(at(80))).isInstanceOf(ConnectException.class);
            assertThat(neighbour.rules()).isEqualTo(FTP_ONLY);
        }
    }
}

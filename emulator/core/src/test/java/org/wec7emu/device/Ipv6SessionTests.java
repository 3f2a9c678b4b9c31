package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.firewall.enforce.EnforcementLevel;

/** FTP over IPv6: EPSV and EPRT work, PASV and PORT can't. */
class Ipv6SessionTests {
    private static final InetAddress LOOPBACK =
            org.wec7emu.firewall.AddressRange.parse("::1").base();

    private static Device started(EnforcementLevel level) throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, LOOPBACK)) {
            assertThat(probe.isBound()).isTrue();
        } catch (IOException e) {
            Assumptions.abort("needs IPv6 on the loopback device: " + e.getMessage());
        }
        return Devices.builder(Devices.image(Devices.BASELINE), level)
                .bind(LOOPBACK)
                .start();
    }

    @ParameterizedTest
    @EnumSource(names = {"SOCKET", "BACKLOG"}) // ::1 is the host's own, which nftables leaves alone
    void epsvWorks(EnforcementLevel level) throws Exception {
        try (Device device = started(level);
                RawClient client = RawClient.loggedIn(device)) {
            String reply = client.command("EPSV 2");
            assertThat(reply).matches("229 Entering extended passive mode \\(\\|\\|\\|\\d+\\|\\)\\.");
            int port = Integer.parseInt(
                    reply.replaceAll("\\D+(\\d+)\\|\\)\\.", " $1").split(" ")[1]);
            try (Socket data = RawClient.connected(new InetSocketAddress(LOOPBACK, port))) {
                assertThat(client.command("LIST")).startsWith("125");
                assertThat(data.getInputStream().read()).isNegative();
                client.expect("226");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SOCKET", "BACKLOG"})
    void eprtWorks(EnforcementLevel level) throws Exception {
        try (Device device = started(level);
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = RawClient.listen(LOOPBACK, 0)) {
            assertThat(client.command("EPRT |2|::1|" + listener.getLocalPort() + "|"))
                    .startsWith("200");
            assertThat(client.command("LIST")).startsWith("150");
            try (Socket data = RawClient.accepted(listener)) {
                assertThat(data.getInputStream().read()).isNegative();
            }
            client.expect("226");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PASV -> 425 Can't open data connection.",
                "PORT 127,0,0,1,200,10 -> 501 Syntax error in parameters or arguments.",
                "EPRT |1|127.0.0.1|51400| -> 522 Network protocol not supported, use (2).",
                "EPRT |3|::1|51400| -> 522 Network protocol not supported, use (2).",
                "EPRT |2|127.0.0.1|51400| -> 501 Syntax error in parameters or arguments.",
                "EPRT |2|2001:db8::7|51400| -> 501 Syntax error in parameters or arguments.",
                "EPRT |2|::1|1023| -> 501 Syntax error in parameters or arguments.",
                "EPSV 1 -> 522 Network protocol not supported, use (2).",
                "EPSV ALL -> 200 Command okay.",
            })
    void whatCannotBeIsRefused(String exchange) throws Exception {
        String[] parts = exchange.split(" -> ");
        try (Device device = started(EnforcementLevel.BACKLOG);
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.command(parts[0])).isEqualTo(parts[1]);
        }
    }

    @Test
    void theReplyToPasvIsTheProfiles() throws Exception {
        String reply = "522 Use EPSV.";
        try (Device device = Devices.builder(
                                Devices.openWithFtp("replies: {passive-refused: " + reply + "}"),
                                EnforcementLevel.BACKLOG)
                        .bind(LOOPBACK)
                        .start();
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.command("PASV")).isEqualTo(reply);
        }
    }
}

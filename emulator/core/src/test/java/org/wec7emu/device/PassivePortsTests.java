package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.firewall.enforce.EnforcementLevel;

/**
 * The ports of PASV and EPSV come from the stack's range, ascending, a new one each time. At an address of its own, where no
 * other program's ports are in the way.
 */
class PassivePortsTests {
    private InetAddress own;

    @BeforeEach
    void chooseAddress() {
        own = Devices.ownAddress();
    }

    private Device started(String range) throws IOException {
        return Devices.builder(FewPorts.of(range), EnforcementLevel.BACKLOG)
                .bind(own)
                .start();
    }

    private static List<Integer> ports(RawClient client, int count) throws IOException {
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ports.add(client.passive().getPort());
        }
        return ports;
    }

    @ParameterizedTest
    @EnumSource
    void ascendFromTheFirstOfTheRange(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level);
                RawClient client = RawClient.loggedIn(device)) {
            List<Integer> ports = ports(client, 20);

            assertThat(ports).isSorted().doesNotHaveDuplicates();
            assertThat(ports).allSatisfy(port -> assertThat(port).isBetween(49152, 65535));
        }
    }

    @Test
    void areSharedByPasvAndEpsvAndAllSessions() throws Exception {
        try (Device device = started("50000-50009");
                RawClient one = RawClient.loggedIn(device);
                RawClient other = RawClient.loggedIn(device)) {
            assertThat(one.passive().getPort()).isEqualTo(50000);
            assertThat(one.command("EPSV")).contains("|||50001|");
            assertThat(other.passive().getPort()).isEqualTo(50002);
            assertThat(one.passive().getPort()).isEqualTo(50003);
        }
    }

    @Test
    void beginAnewAfterTheLast() throws Exception {
        try (Device device = started("65533-65535");
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(ports(client, 5)).containsExactly(65533, 65534, 65535, 65533, 65534);
        }
    }

    @Test
    void goOnAfterARefusedTransferToo() throws Exception {
        try (Device device = started("50000-50009");
                RawClient client = RawClient.loggedIn(device)) {
            client.passive();
            assertThat(client.command("RETR nothing")).startsWith("550");

            assertThat(client.passive().getPort()).isEqualTo(50001);
        }
    }

    @Test
    void skipThoseThatTheHostUses() throws Exception {
        try (Device device = started("50000-50009");
                RawClient client = RawClient.loggedIn(device);
                ServerSocket second = new ServerSocket(50001, 1, own);
                ServerSocket third = new ServerSocket(50002, 1, own)) {
            assertThat(second.getLocalPort()).isLessThan(third.getLocalPort());
            assertThat(ports(client, 3)).containsExactly(50000, 50003, 50004);
        }
    }

    @Test
    void whereAllAreInUseThereIsNoDataConnection() throws Exception {
        try (Device device = started("50000-50001");
                RawClient client = RawClient.loggedIn(device);
                ServerSocket first = new ServerSocket(50000, 1, own)) {
            try (ServerSocket second = new ServerSocket(50001, 1, own)) {
                assertThat(second.getLocalPort()).isGreaterThan(first.getLocalPort());
                assertThat(client.command("PASV")).isEqualTo("425 Can't open data connection.");
            }
            assertThat(client.passive().getPort()).isEqualTo(50001);
        }
    }
}

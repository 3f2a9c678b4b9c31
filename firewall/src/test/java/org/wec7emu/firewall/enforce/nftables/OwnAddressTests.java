package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.wec7emu.firewall.Packets.address;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.Placement;

/** No filter is put on an address that the host or other programs use. */
class OwnAddressTests {
    private static final RuleSet OFF = new RuleSet(Dialect.CXCONFIG, false, List.of());

    @Test
    void mayBeOneOfLoopbackThatNobodyUses() {
        assertThat(OwnAddress.objection(address("127.88.77.66"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void isNotTheHostsOwnLoopback(String loopback) {
        assertThat(OwnAddress.objection(address(loopback))).hasValueSatisfying(why -> assertThat(why)
                .contains("this host's own loopback address, which other programs use")
                .endsWith("give the device an address of its own, such as 127.0.0.21"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void isNotEveryAddress(String wildcard) {
        assertThat(OwnAddress.objection(address(wildcard)))
                .hasValueSatisfying(why -> assertThat(why).contains("stands for every address of this host"));
    }

    @Test
    void isNoneThatTheHostHasOnItsNetwork() throws Exception {
        assumeTrue(
                Files.exists(Path.of("/proc/sys/net/core/netdev_max_backlog")),
                "needs to run in the host's own network namespace");
        List<InetAddress> addresses = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(it -> !it.isLoopbackAddress())
                .toList();
        List<InetAddress> candidates = addresses.isEmpty() ? List.of(address("192.0.2.1")) : addresses;

        assertThat(candidates).allSatisfy(candidate -> assertThat(OwnAddress.objection(candidate))
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("is an address of this host")
                        .endsWith("or a network namespace or container")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket.socket()", "socket.socket(type=socket.SOCK_DGRAM)"})
    void isNoneThatAnotherProgramUses(String socket) throws Exception {
        InetAddress taken = OwnAddresses.next();
        Process program = new ProcessBuilder(
                        "python3",
                        "-c",
                        "import socket, sys; s = " + socket + "; s.bind(('" + taken.getHostAddress()
                                + "', 7777)); getattr(s, 'listen', int)() if s.type == socket.SOCK_STREAM else 0;"
                                + " print('bound', flush=True); sys.stdin.read()")
                .start();
        try {
            assertThat(program.inputReader().readLine()).isEqualTo("bound");

            assertThat(OwnAddress.objection(taken)).hasValueSatisfying(why -> assertThat(why)
                    .matches(".* is also used by another program \\((tcp|udp) port 7777\\); end it, or .*"));
        } finally {
            program.outputWriter().close();
            assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(OwnAddress.objection(taken)).isEmpty();
    }

    @Test
    void isAskedForBeforeAnythingIsFiltered() {
        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> new NftablesEnforcer(new Placement(address("127.0.0.1"), true)).start(OFF))
                .withMessageStartingWith("firewall rules can't be enforced by nftables: 127.0.0.1 is this host's own");
    }

    @Test
    void hasTheDevicesTruePorts() {
        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> new NftablesEnforcer(new Placement(address("127.88.77.66"), false)).start(OFF))
                .withMessage("firewall rules can't be enforced by nftables: it filters the device's true ports, and"
                        + " these are moved; leave --port-offset and --publish-passive out");
    }
}

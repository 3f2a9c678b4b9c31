package org.wec7emu.firewall.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.backlog.BacklogEnforcer;
import org.wec7emu.firewall.enforce.socket.SocketEnforcer;

/** What levels say of themselves that see nothing but the device's own sockets. */
class SocketsOnlyTests {
    private static final RuleSet NOTHING_COMES_IN = new RuleSet(Dialect.FW6, true, List.of());

    static Stream<Enforcer> levels() {
        return Stream.of(new SocketEnforcer(), new BacklogEnforcer());
    }

    @ParameterizedTest
    @MethodSource("levels")
    void knowOnlyWhatIsForAnOpenPort(Enforcer level) throws Exception {
        try (Enforcement enforcement = level.start(NOTHING_COMES_IN)) {
            assertThat(enforcement.coversClosedPorts()).isFalse();
            assertThat(enforcement.strayDrops()).isEmpty();
            assertThat(enforcement.logged()).isEmpty();
        }
    }

    @Test
    void aPortWithAFilterHasNoConnectionsThatKeepItSilent() throws Exception {
        try (Enforcement enforcement = new SocketEnforcer().start(NOTHING_COMES_IN);
                GuardedPort port = enforcement.open(StandardProtocolFamily.INET, 21)) {
            assertThat(port.silent()).isFalse();
            assertThat(port.isFiller(new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000)))
                    .isFalse();
        }
    }
}

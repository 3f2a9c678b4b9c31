package org.wec7emu.firewall.enforce.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.firewall.Cases;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.PacketFilter;
import org.wec7emu.firewall.RandomFirewalls;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.PortPolicy;

/** Whatever the rules, a socket's filter and the reference say the same about every attempt to connect. */
class FilterAgreementTests {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void holdsForRandomRulesAndPackets(long seed) throws Exception {
        RandomFirewalls random = new RandomFirewalls(new Random(seed));
        for (int i = 0; i < Cases.of(500); i++) {
            RuleSet rules = random.ruleSet(8);
            LocalDateTime time = random.time();
            PacketFilter reference = new PacketFilter(rules, () -> time.toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
            int port = random.port();
            PortPolicy policy = PortPolicy.of(rules.at(time), port);
            Optional<FilterProgram> dual = FilterCompiler.compile(policy, StandardProtocolFamily.INET6);
            Optional<FilterProgram> ipv4Only = FilterCompiler.compile(policy, StandardProtocolFamily.INET);
            for (int j = 0; j < 20; j++) {
                List<InetAddress> family = random.addressFamily();
                InetAddress source = random.any(family);
                InetAddress device = random.any(family);
                boolean expected = reference
                        .decide(new Packet.Tcp(
                                Direction.INBOUND,
                                new InetSocketAddress(source, 50_000),
                                new InetSocketAddress(device, port),
                                true))
                        .passes();
                Supplier<String> said =
                        () -> "%s to %s port %d at %s by %s".formatted(source, device, port, time, rules);
                assertThat(policy.passes(source, device)).as(said).isEqualTo(expected);
                assertThat(passes(dual, source, device)).as(said).isEqualTo(expected);
                if (source instanceof Inet4Address) {
                    assertThat(passes(ipv4Only, source, device)).as(said).isEqualTo(expected);
                }
            }
        }
    }

    private static boolean passes(Optional<FilterProgram> program, InetAddress source, InetAddress device) {
        return program.map(it -> BpfInterpreter.passes(it, source, device)).orElse(true);
    }
}

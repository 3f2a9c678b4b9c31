package org.wec7emu.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.Cause;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;

/**
 * The comparison itself, with the simplest firewalls there are in the place of the emulator's: it finds no fault in a right
 * one, and it finds what a wrong one does wrong.
 */
class AgreementTests {
    private static final RuleSet NOTHING_IN =
            new RuleSet(Dialect.CXCONFIG, true, List.of(Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any())));
    private static final RuleSet NOTHING_AT_ALL = NOTHING_IN.with(Rule.outbound("rule1", Action.BLOCK, Traffic.any()));

    /** A firewall whose rules are always the same, in nft's words. */
    private record Fixed(PacketLab lab) implements FirewallUnderTest {
        static Fixed loaded(PacketLab lab, String input, String output) throws Exception {
            lab.namespace().nft("""
                            table inet fixed {
                                chain input {
                                    type filter hook input priority 0
                                    %s
                                }
                                chain output {
                                    type filter hook output priority 0
                                    %s
                                }
                            }
                            """.formatted(input, output));
            return new Fixed(lab);
        }

        @Override
        public void apply(RuleSet rules) {
            // the same
        }

        @Override
        public void close() throws Exception {
            lab.namespace().nft("delete table inet fixed\n");
        }
    }

    private static Stream<InetAddress> devices() {
        return Stream.of(Addresses.DEVICE, Addresses.DEVICE_IPV6);
    }

    private static PacketLab lab(InetAddress device) throws Exception {
        return PacketLab.start(List.of(device, Sequence.neighbour(device)));
    }

    private static String all(InetAddress device, String endOfPacket) {
        String family = device.getAddress().length == 4 ? "ip" : "ip6";
        return family + " " + endOfPacket + " " + device.getHostAddress() + " drop";
    }

    private static List<Agreement.Disagreement> disagreements(
            InetAddress device, Sequence sequence, String input, String output) throws Exception {
        try (PacketLab lab = lab(device);
                FirewallUnderTest firewall = Fixed.loaded(lab, input, output)) {
            List<Agreement.Disagreement> found = new Agreement(device, sequence).disagreements(lab, firewall);
            assertThat(lab.answers()).isEmpty();
            return found;
        }
    }

    @Test
    void sequencesReachEveryKindOfVerdict() {
        devices().forEach(device -> LongStream.range(0, 10).forEach(seed -> {
            Map<Class<? extends Cause>, Long> causes = new Agreement(device, Sequence.random(seed, device)).causes();
            assertThat(causes)
                    .containsKeys(Cause.FirewallOff.class, Cause.ByRule.class, Cause.NoRule.class)
                    .hasEntrySatisfying(
                            Cause.Answer.class, count -> assertThat(count).isGreaterThan(50))
                    .hasEntrySatisfying(
                            Cause.LetInBefore.class, count -> assertThat(count).isGreaterThan(10));
        }));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void noFirewallAgreesWithOneThatIsOff(InetAddress device) throws Exception {
        Sequence sequence = Sequence.random(1, device, NOTHING_AT_ALL.withEnabled(false));

        assertThat(disagreements(device, sequence, "", "")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("devices")
    void droppingEverythingAgreesWithRulesThatBlockEverything(InetAddress device) throws Exception {
        Sequence sequence = Sequence.random(2, device, NOTHING_AT_ALL);

        assertThat(disagreements(device, sequence, all(device, "daddr"), all(device, "saddr")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("devices")
    void noFirewallIsFoundToLetThroughTooMuch(InetAddress device) throws Exception {
        Sequence sequence = Sequence.random(3, device);

        assertThat(disagreements(device, sequence, "", ""))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.judged().passes()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("devices")
    void aFirewallWithoutAMemoryIsFoundToDropAnswers(InetAddress device) throws Exception {
        Sequence sequence = Sequence.random(4, device, NOTHING_IN);

        assertThat(disagreements(device, sequence, all(device, "daddr"), ""))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.judged().verdict().cause()).isInstanceOf(Cause.Answer.class));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void aFirewallThatTouchesAnotherAddressIsFound(InetAddress device) throws Exception {
        InetAddress neighbour = Sequence.neighbour(device);
        Sequence sequence = Sequence.random(5, device, NOTHING_AT_ALL.withEnabled(false));

        assertThat(disagreements(device, sequence, all(neighbour, "daddr"), ""))
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(one.judged().packet().packet().device()).isEqualTo(neighbour));
    }
}

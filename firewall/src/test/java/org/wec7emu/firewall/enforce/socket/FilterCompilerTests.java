package org.wec7emu.firewall.enforce.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.StandardProtocolFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packets;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.PortPolicy;

class FilterCompilerTests {
    private static Rule allowFrom(String range) {
        return Rule.allow("from " + range, Traffic.any()).from(AddressRange.parse(range));
    }

    private static PortPolicy closedExceptTo(Rule... rules) {
        return new PortPolicy(List.of(rules), false);
    }

    /** Rules about {@code count} hosts from 10.0.0.0 on. */
    private static PortPolicy closedExceptToHosts(int count) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rules.add(allowFrom("10.0." + i / 256 + "." + i % 256));
        }
        return new PortPolicy(rules, false);
    }

    private static Optional<FilterProgram> compiled(PortPolicy policy, StandardProtocolFamily family)
            throws EnforcementException {
        return FilterCompiler.compile(policy, family);
    }

    private static FilterProgram ipv4(PortPolicy policy) throws EnforcementException {
        return compiled(policy, StandardProtocolFamily.INET).orElseThrow();
    }

    private static FilterProgram ipv6(PortPolicy policy) throws EnforcementException {
        return compiled(policy, StandardProtocolFamily.INET6).orElseThrow();
    }

    @Test
    void needsNoProgramWhereEverybodyPasses() throws Exception {
        assertThat(compiled(new PortPolicy(List.of(), true), StandardProtocolFamily.INET6))
                .isEmpty();
    }

    @Test
    void dropsInOneInstructionWhereNobodyPasses() throws Exception {
        assertThat(ipv6(closedExceptTo())).hasToString("ret #0");
    }

    @Test
    void comparesTheSourceWithAHost() throws Exception {
        assertThat(ipv4(closedExceptTo(allowFrom("192.168.0.7")))).hasToString("""
                        ld [-1048564]
                        jeq #0xc0a80007, 0, 1
                        ret #-1
                        ret #0""");
    }

    @Test
    void loadsTheSourceOnceForManyHosts() throws Exception {
        assertThat(ipv4(closedExceptTo(allowFrom("10.0.0.1"), allowFrom("10.1.0.0/16"), allowFrom("10.0.0.3"))))
                .hasToString("""
                        ld [-1048564]
                        jeq #0xa000001, 0, 1
                        ret #-1
                        jge #0xa010000, 0, 2
                        jgt #0xa01ffff, 1, 0
                        ret #-1
                        jeq #0xa000003, 0, 1
                        ret #-1
                        ret #0""");
    }

    @Test
    void loadsTheDestinationThoughTheSourceIsLoaded() throws Exception {
        Rule toDevice = Rule.allow("r", Traffic.any()).ofDevice(AddressRange.parse("10.0.0.20"));

        assertThat(ipv4(closedExceptTo(allowFrom("10.0.0.1"), toDevice))).hasToString("""
                        ld [-1048564]
                        jeq #0xa000001, 0, 1
                        ret #-1
                        ld [-1048560]
                        jeq #0xa000014, 0, 1
                        ret #-1
                        ret #0""");
    }

    @Test
    void comparesTheDestinationWithTheDevicesAddress() throws Exception {
        Rule rule = new Rule(
                "r",
                Action.BLOCK,
                Direction.INBOUND,
                Traffic.any(),
                Optional.of(AddressRange.parse("10.0.0.1")),
                Optional.of(AddressRange.parse("192.168.0.20")),
                true);

        assertThat(ipv4(new PortPolicy(List.of(rule), true))).hasToString("""
                        ld [-1048564]
                        jeq #0xa000001, 0, 3
                        ld [-1048560]
                        jeq #0xc0a80014, 0, 1
                        ret #0
                        ret #-1""");
    }

    @Test
    void comparesOnlyTheWordsOfAnIpv6AddressThatThePrefixCovers() throws Exception {
        assertThat(ipv6(closedExceptTo(allowFrom("2001:db8:1:8000::/49")))).hasToString("""
                        ldb [-1048576]
                        and #0xf0
                        jeq #0x60, 0, 1
                        ja 1
                        ret #0
                        ld [-1048568]
                        jeq #0x20010db8, 0, 4
                        ld [-1048564]
                        jge #0x18000, 0, 2
                        jgt #0x1ffff, 1, 0
                        ret #-1
                        ret #0""");
    }

    @Test
    void looksAtTheVersionWhereAnIpv6SocketMayGetIpv4() throws Exception {
        assertThat(ipv6(closedExceptTo(allowFrom("0.0.0.0/0")))).hasToString("""
                        ldb [-1048576]
                        and #0xf0
                        jeq #0x60, 0, 1
                        ja 1
                        ret #-1
                        ret #0""");
    }

    @Test
    void jumpsOverMoreThan255Instructions() throws Exception {
        PortPolicy policy = closedExceptToHosts(700);
        List<Rule> more = new ArrayList<>(policy.rules());
        more.add(allowFrom("fe80::7"));

        FilterProgram program = ipv6(new PortPolicy(more, false));

        assertThat(program.length()).isGreaterThan(1400);
        assertThat(BpfInterpreter.passes(program, Packets.address("10.0.2.187"), Packets.DEVICE))
                .isTrue();
        assertThat(BpfInterpreter.passes(program, Packets.address("10.0.2.188"), Packets.DEVICE))
                .isFalse();
        assertThat(BpfInterpreter.passes(program, Packets.address("fe80::7"), Packets.address("fe80::1")))
                .isTrue();
        assertThat(BpfInterpreter.passes(program, Packets.address("fe80::8"), Packets.address("fe80::1")))
                .isFalse();
    }

    @Test
    void makesTheLongestProgramThatTheKernelTakes() throws Exception {
        assertThat(ipv4(closedExceptToHosts(2047)).length()).isEqualTo(4096);
    }

    @Test
    void refusesALongerOneWithAdvice() {
        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> ipv4(closedExceptToHosts(2048)))
                .withMessageContaining("4098 instructions")
                .withMessageContaining("the kernel takes 4096")
                .withMessageContaining("address ranges instead of single addresses");
    }
}

package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wec7emu.firewall.enforce.nftables.Listings.IPV4;
import static org.wec7emu.firewall.enforce.nftables.Listings.IPV6;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;

/** The lines that one device's rules become, chain by chain. */
class DeviceTextTests {
    private static final Rule BLOCK_ALL = Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any());
    private static final Rule FTP = Rule.allow("ftp", Traffic.tcp(21));

    private static List<String> lines(DeviceText device, String chain, Dialect dialect, Rule... rules) {
        return lines(device.replace(new RuleSet(dialect, true, List.of(rules))), chain);
    }

    private static List<String> lines(String text, String chain) {
        String head = "\tchain " + chain + " {\n";
        int start = text.indexOf(head);
        assertThat(start).as(chain).isPositive();
        return text.substring(start + head.length(), text.indexOf("\t}\n", start))
                .lines()
                .map(String::strip)
                .toList();
    }

    @Test
    void whatNoRuleOfFw6IsAboutIsDroppedAndCountedInAndPassesOut() {
        assertThat(lines(IPV4, "d1-in-rules", Dialect.FW6)).containsExactly("goto dropped4");
        assertThat(lines(IPV4, "d1-out-rules", Dialect.FW6)).containsExactly("goto d1-let-out");
    }

    @Test
    void whatNoRuleOfCxconfigIsAboutPasses() {
        assertThat(lines(IPV4, "d1-in-rules", Dialect.CXCONFIG)).containsExactly("goto d1-let-in");
    }

    @Test
    void ofCxconfigAnAllowComesBeforeTheBlock() {
        assertThat(lines(IPV4, "d1-in-rules", Dialect.CXCONFIG, BLOCK_ALL, FTP))
                .containsExactly(
                        "tcp dport 21 goto d1-let-in comment \"ftp\"", "goto dropped4 comment \"BlockAllRule\"");
    }

    @Test
    void behindARuleAboutEverythingNoneCanDecide() {
        assertThat(lines(IPV4, "d1-in-rules", Dialect.FW6, FTP, BLOCK_ALL))
                .containsExactly("goto dropped4 comment \"BlockAllRule\"");
    }

    @Test
    void whatTheDeviceMayNotSendIsDroppedWithoutBeingCounted() {
        assertThat(lines(IPV4, "d1-out-rules", Dialect.FW6, Rule.outbound("mail", Action.BLOCK, Traffic.tcp(25))))
                .containsExactly("tcp dport 25 drop comment \"mail\"", "goto d1-let-out");
    }

    @Test
    void aRuleThatLogsStandsInItsDirectionsChainAndDecidesNothing() {
        Rule in = Rule.inbound("in", Action.LOG, Traffic.any());
        Rule out = Rule.outbound("out", Action.LOG, Traffic.udp(53)).to(AddressRange.parse("10.0.0.7"));

        assertThat(lines(IPV4, "d1-log-in", Dialect.FW6, in, out)).containsExactly("goto logged-in4 comment \"in\"");
        assertThat(lines(IPV4, "d1-log-out", Dialect.FW6, in, out))
                .containsExactly("ip daddr 10.0.0.7 udp dport 53 goto logged-out4 comment \"out\"");
        assertThat(lines(IPV4, "d1-in-rules", Dialect.FW6, in, out)).containsExactly("goto dropped4");
        assertThat(lines(IPV6, "d2-log-out", Dialect.FW6, in, out)).isEmpty();
    }

    @Test
    void aFirewallThatIsOffPassesAllAndLogsNothing() {
        String off = IPV4.replace(
                new RuleSet(Dialect.FW6, false, List.of(BLOCK_ALL, Rule.inbound("log", Action.LOG, Traffic.any()))));

        assertThat(lines(off, "d1-in-rules")).containsExactly("goto d1-let-in");
        assertThat(lines(off, "d1-log-in")).isEmpty();
    }

    @Test
    void aNameKeepsNothingThatWouldEndTheCommentOrTheLine() {
        assertThat(lines(IPV4, "d1-in-rules", Dialect.FW6, Rule.allow("a\"b\\c\nd\u00fce; #{}~", Traffic.tcp(21))))
                .contains("tcp dport 21 goto d1-let-in comment \"a?b?c?d?e; #{}~\"");
    }

    @Test
    void namesOfAHundredCharactersStayAndLongerOnesAreCutToThat() {
        String hundred = "n".repeat(100);

        assertThat(lines(IPV4, "d1-in-rules", Dialect.FW6, Rule.allow(hundred, Traffic.tcp(21))))
                .contains("tcp dport 21 goto d1-let-in comment \"" + hundred + "\"");
        assertThat(lines(IPV4, "d1-in-rules", Dialect.FW6, Rule.allow(hundred + "m", Traffic.tcp(21))))
                .contains("tcp dport 21 goto d1-let-in comment \"" + "n".repeat(97) + "...\"");
    }

    @Test
    void onlyIpv6HasFragmentsThatTheFilterSeesOneByOne() {
        RuleSet none = new RuleSet(Dialect.FW6, true, List.of());

        assertThat(lines(IPV6.add(none), "d2-in"))
                .startsWith(
                        "ip6 saddr 2001:db8::14 accept comment \"the device talks to itself\"",
                        "exthdr frag exists frag frag-off != 0 accept",
                        "jump d2-log-in");
        assertThat(lines(IPV4.add(none), "d1-in"))
                .startsWith("ip saddr 192.168.0.20 accept comment \"the device talks to itself\"", "jump d1-log-in");
    }

    @Test
    void otherRulesLeaveWhatIsRememberedOfConnections() {
        assertThat(IPV4.replace(Listings.CXCONFIG).lines())
                .filteredOn(line -> !line.startsWith("\t"))
                .containsExactly(
                        "flush chain inet wec7emu d1-log-in",
                        "flush chain inet wec7emu d1-log-out",
                        "flush chain inet wec7emu d1-in-rules",
                        "flush chain inet wec7emu d1-out-rules",
                        "table inet wec7emu {",
                        "}");
    }

    @Test
    void offItsNetworkAllPacketsOfTheDeviceAreDroppedBeforeAnyOfItsChains() {
        assertThat(IPV4.link(false).lines())
                .containsExactly(
                        "delete element inet wec7emu to-device4 { 192.168.0.20 }",
                        "delete element inet wec7emu from-device4 { 192.168.0.20 }",
                        "add element inet wec7emu to-device4 { 192.168.0.20 : drop }",
                        "add element inet wec7emu from-device4 { 192.168.0.20 : drop }");
        assertThat(IPV6.link(true).lines())
                .containsExactly(
                        "delete element inet wec7emu to-device6 { 2001:db8::14 }",
                        "delete element inet wec7emu from-device6 { 2001:db8::14 }",
                        "add element inet wec7emu to-device6 { 2001:db8::14 : goto d2-in }",
                        "add element inet wec7emu from-device6 { 2001:db8::14 : goto d2-out }");
    }

    @ParameterizedTest
    @EnumSource
    void allSetsThatAreReadAreInTheTable(Counted counted) {
        String table = Listings.TABLE.create();

        assertThat(counted.sets(Family.IPV6)).hasSize(3).allSatisfy(set -> assertThat(table)
                .contains("\tset " + set + " {\n", "update @" + set + " {"));
    }
}

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
import org.wec7emu.firewall.Packets;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;

/** The lines that rules become, chain by chain. */
class RuleChainsTests {
    private static final Rule BLOCK_ALL = Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any());
    private static final Rule FTP = Rule.allow("ftp", Traffic.tcp(21));

    private static List<String> lines(DeviceText device, String chain, Dialect dialect, Rule... rules) {
        return lines(
                Listings.chains("r1", new RuleSet(dialect, true, List.of(rules)), device)
                        .add(),
                chain);
    }

    private static List<String> lines(String text, String chain) {
        String head = "\tchain " + chain + " {\n";
        int start = text.indexOf(head);
        if (start < 0) {
            return List.of();
        }
        return text.substring(start + head.length(), text.indexOf("\t}\n", start))
                .lines()
                .map(String::strip)
                .toList();
    }

    @Test
    void whatNoRuleOfFw6IsAboutIsDroppedAndCountedInAndPassesOut() {
        assertThat(lines(IPV4, "r1-in", Dialect.FW6)).containsExactly("goto dropped4");
        assertThat(lines(IPV4, "r1-out", Dialect.FW6)).containsExactly("goto let-out4");
    }

    @Test
    void whatNoRuleOfCxconfigIsAboutPasses() {
        assertThat(lines(IPV4, "r1-in", Dialect.CXCONFIG)).containsExactly("goto let-in4");
    }

    @Test
    void ofCxconfigAnAllowComesBeforeTheBlock() {
        assertThat(lines(IPV4, "r1-in", Dialect.CXCONFIG, BLOCK_ALL, FTP))
                .containsExactly("tcp dport 21 goto let-in4 comment \"ftp\"", "goto dropped4 comment \"BlockAllRule\"");
    }

    @Test
    void behindARuleAboutEverythingNoneCanDecide() {
        assertThat(lines(IPV4, "r1-in", Dialect.FW6, FTP, BLOCK_ALL))
                .containsExactly("goto dropped4 comment \"BlockAllRule\"");
    }

    @Test
    void whatTheDeviceMayNotSendIsDroppedWithoutBeingCounted() {
        assertThat(lines(IPV4, "r1-out", Dialect.FW6, Rule.outbound("mail", Action.BLOCK, Traffic.tcp(25))))
                .containsExactly("tcp dport 25 drop comment \"mail\"", "goto let-out4");
    }

    @Test
    void aRuleThatLogsStandsInItsDirectionsChainAndDecidesNothing() {
        Rule in = Rule.inbound("in", Action.LOG, Traffic.any());
        Rule out = Rule.outbound("out", Action.LOG, Traffic.udp(53)).to(AddressRange.parse("10.0.0.7"));

        assertThat(lines(IPV4, "r1-log-in", Dialect.FW6, in, out)).containsExactly("goto logged-in4 comment \"in\"");
        assertThat(lines(IPV4, "r1-log-out", Dialect.FW6, in, out))
                .containsExactly("ip daddr 10.0.0.7 udp dport 53 goto logged-out4 comment \"out\"");
        assertThat(lines(IPV4, "r1-in", Dialect.FW6, in, out)).containsExactly("goto dropped4");
        assertThat(lines(IPV6, "r1-log-out", Dialect.FW6, in, out)).isEmpty();
    }

    @Test
    void aFirewallThatIsOffPassesAllAndLogsNothing() {
        RuleSet rules =
                new RuleSet(Dialect.FW6, false, List.of(BLOCK_ALL, Rule.inbound("log", Action.LOG, Traffic.any())));
        String off = Listings.chains("r1", rules, IPV4).add();

        assertThat(lines(off, "r1-in")).containsExactly("goto let-in4");
        assertThat(lines(off, "r1-log-in")).isEmpty();
    }

    @Test
    void aNameKeepsNothingThatWouldEndTheCommentOrTheLine() {
        assertThat(lines(IPV4, "r1-in", Dialect.FW6, Rule.allow("a\"b\\c\nd\u00fce; #{}~", Traffic.tcp(21))))
                .contains("tcp dport 21 goto let-in4 comment \"a?b?c?d?e; #{}~\"");
    }

    @Test
    void namesOfAHundredCharactersStayAndLongerOnesAreCutToThat() {
        String hundred = "n".repeat(100);

        assertThat(lines(IPV4, "r1-in", Dialect.FW6, Rule.allow(hundred, Traffic.tcp(21))))
                .contains("tcp dport 21 goto let-in4 comment \"" + hundred + "\"");
        assertThat(lines(IPV4, "r1-in", Dialect.FW6, Rule.allow(hundred + "m", Traffic.tcp(21))))
                .contains("tcp dport 21 goto let-in4 comment \"" + "n".repeat(97) + "...\"");
    }

    @Test
    void sayTheSameForEveryDeviceThatTheyAreAbout() {
        RuleSet anybody = new RuleSet(Dialect.FW6, true, List.of(FTP));
        RuleSet oneDevice = new RuleSet(Dialect.FW6, true, List.of(FTP.ofDevice(AddressRange.parse("192.168.0.20"))));

        assertThat(text(anybody, "192.168.0.20")).isEqualTo(text(anybody, "192.168.0.21"));
        assertThat(text(oneDevice, "192.168.0.20")).isNotEqualTo(text(oneDevice, "192.168.0.21"));
    }

    private static RuleChains.Text text(RuleSet rules, String device) {
        return RuleChains.text(rules, Packets.address(device));
    }

    @Test
    void onlyIpv6HasFragmentsThatTheFilterSeesOneByOne() {
        String table = Listings.TABLE.create();

        assertThat(lines(table, "in6"))
                .startsWith(
                        "ip6 saddr . ip6 daddr @self6 accept comment \"a device talks to itself\"",
                        "exthdr frag exists frag frag-off != 0 accept",
                        "ip6 daddr vmap @log-in6");
        assertThat(lines(table, "in4"))
                .startsWith(
                        "ip saddr . ip daddr @self4 accept comment \"a device talks to itself\"",
                        "ip daddr vmap @log-in4");
    }

    @Test
    void otherRulesLeaveWhatIsRememberedOfConnections() {
        RuleChains old = Listings.chains("r1", Listings.CXCONFIG, IPV4);
        RuleChains next = Listings.chains("r2", new RuleSet(Dialect.CXCONFIG, true, List.of(FTP)), IPV4);

        assertThat(IPV4.replace(old, next).lines())
                .containsExactly(
                        "delete element inet wec7emu rules-in4 { 192.168.0.20 : goto r1-in }",
                        "delete element inet wec7emu rules-out4 { 192.168.0.20 : goto r1-out }",
                        "delete element inet wec7emu log-in4 { 192.168.0.20 : jump r1-log-in }",
                        "add element inet wec7emu rules-in4 { 192.168.0.20 : goto r2-in }",
                        "add element inet wec7emu rules-out4 { 192.168.0.20 : goto r2-out }");
    }

    @Test
    void offItsNetworkAllPacketsOfTheDeviceAreDroppedBeforeAnyChain() {
        assertThat(IPV4.link(false, false).lines())
                .containsExactly(
                        "delete element inet wec7emu to-device4 { 192.168.0.20 }",
                        "delete element inet wec7emu from-device4 { 192.168.0.20 }",
                        "add element inet wec7emu to-device4 { 192.168.0.20 : drop }",
                        "add element inet wec7emu from-device4 { 192.168.0.20 : drop }");
        assertThat(IPV6.link(true, false).lines())
                .containsExactly(
                        "delete element inet wec7emu to-device6 { 2001:db8::14 }",
                        "delete element inet wec7emu from-device6 { 2001:db8::14 }",
                        "add element inet wec7emu to-device6 { 2001:db8::14 : goto in6 }",
                        "add element inet wec7emu from-device6 { 2001:db8::14 : goto out6 }");
    }

    @Test
    void noRuleAppliesToAPortThatIsExemptAndItIsReachedOffTheNetworkToo() {
        assertThat(IPV4.exempt(8191)).isEqualTo("add element inet wec7emu exempt4 { 192.168.0.20 . 8191 }\n");
        assertThat(IPV4.link(true, true).lines())
                .contains(
                        "add element inet wec7emu to-device4 { 192.168.0.20 : goto beside-in4 }",
                        "add element inet wec7emu from-device4 { 192.168.0.20 : goto beside-out4 }");
        assertThat(IPV4.link(false, true).lines())
                .contains(
                        "add element inet wec7emu to-device4 { 192.168.0.20 : goto off-in4 }",
                        "add element inet wec7emu from-device4 { 192.168.0.20 : goto off-out4 }");
    }

    @ParameterizedTest
    @EnumSource
    void allSetsOfStatesAreInTheTable(Family family) {
        String table = Listings.TABLE.create();

        assertThat(TableText.stateSets(family)).hasSize(6).allSatisfy(set -> assertThat(table)
                .contains("\tset " + set + " {\n", " @" + set + " "));
    }

    @ParameterizedTest
    @EnumSource
    void allSetsThatAreReadAreInTheTable(Counted counted) {
        String table = Listings.TABLE.create();

        assertThat(counted.sets(Family.IPV6)).hasSize(3).allSatisfy(set -> assertThat(table)
                .contains("\tset " + set + " {\n", "update @" + set + " {"));
    }
}

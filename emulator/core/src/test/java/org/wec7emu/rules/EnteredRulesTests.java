package org.wec7emu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.HourRange;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.PacketText;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.TimeCondition;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.rules.EnteredRules.Entry;

/** Rules from the command line: none of them does nothing without a word. */
class EnteredRulesTests {
    private static final Rule BLOCK_ALL = Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any());
    private static final Rule FTP = Rule.allow("ftp", new Traffic.Tcp(new PortRange(20, 21)));
    private static final Rule HTTPS = Rule.allow("https", Traffic.tcp(443));
    private static final Rule COMMON =
            Rule.inbound("common", Action.BLOCK, Traffic.any()).from(AddressRange.parse("192.168.0.0/24"));

    private final List<String> remarks = new ArrayList<>();

    private RuleSet entered(RuleSet rules, String... options) {
        List<Entry> entries = new ArrayList<>();
        for (String words : options) {
            String[] parts = words.split(" ");
            Action action = parts[0].equals("--allow") ? Action.ALLOW : Action.BLOCK;
            entries.add(new Entry(words, RuleArgument.rule(parts[0], action, parts[1])));
        }
        return new EnteredRules(rules, remarks::add).enter(entries);
    }

    private static RuleSet cxConfig(Rule... rules) {
        return new RuleSet(Dialect.CXCONFIG, true, List.of(rules));
    }

    private static RuleSet fw6(Rule... rules) {
        return new RuleSet(Dialect.FW6, true, List.of(rules));
    }

    private static boolean passes(RuleSet rules, String packet) {
        Packet described = new PacketText(List.of(AddressRange.parse("10.0.0.1").base())).parse(packet);
        return rules.decide(described).passes();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp/21                    | Allow TCP port 21 from anywhere on the public network",
                "TCP/20-21@192.168.0.0/24  | Allow ports 20 to 21 from 192.168.0.0/24",
                "udp/161@10.0.0.7          | Allow UDP port 161 from 10.0.0.7",
                "icmp                      | Allow ICMP",
                "icmpv6@fe80::/10          | Allow ICMPv6 from fe80:0:0:0:0:0:0:0/10",
                "esp                       | Allow ESP from anywhere on the public network",
                "ah                        | Allow AH from anywhere on the public network",
                "any                       | Allow everything from anywhere on the public network",
                "any@10.0.0.0/255.0.0.0    | Allow any port for IP 10.0.0.0/8",
            })
    void areProtocolPortsAndHost(String words, String caption) {
        assertThat(entered(cxConfig(), "--allow " + words).rules())
                .extracting(Rule::caption)
                .containsExactly(caption);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tcp/21", "tcp/20-21@192.168.0.0/24", "udp/161", "icmp", "icmpv6", "esp", "ah", "any@fe80::1"})
    void areWrittenAsTheyAreRead(String words) {
        assertThat(RuleArgument.words(RuleArgument.rule("--block", Action.BLOCK, words)))
                .contains(words);
    }

    @Test
    void whatSaysNoIpVersionIsTwoRulesInFw6() throws Exception {
        RuleSet rules = entered(fw6(), "--allow tcp/21", "--allow icmp");

        assertThat(rules.rules())
                .extracting(Rule::privateHost)
                .containsExactly(
                        Optional.of(AddressRange.ALL_IPV4), Optional.of(AddressRange.ALL_IPV6), Optional.empty());
    }

    @Test
    void anAllowedPortIsLetIn() {
        assertThat(passes(entered(cxConfig(BLOCK_ALL), "--allow tcp/80"), "tcp 192.0.2.7 -> :80"))
                .isTrue();
        assertThat(remarks).isEmpty();
    }

    @Test
    void aBlockTakesOutTheAllowsThatItIsWhollyAbout() {
        RuleSet rules = entered(cxConfig(BLOCK_ALL, FTP, HTTPS), "--block tcp/20-21");

        assertThat(rules.rules()).extracting(Rule::name).containsExactly("BlockAllRule", "https", "rule1");
        assertThat(passes(rules, "tcp 192.0.2.7 -> :21")).isFalse();
        assertThat(passes(rules, "tcp 192.0.2.7 -> :443")).isTrue();
        assertThat(remarks).isEmpty();
    }

    @Test
    void aBlockThatAWiderAllowWouldBeatIsRefusedWithTheWayOut() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> entered(cxConfig(BLOCK_ALL, FTP), "--block tcp/21"))
                .withMessage(
                        "--block tcp/21 would do nothing: rule ftp (Allow ports 20 to 21 from anywhere on the public"
                                + " network) lets in all of that, and an allow beats a block in cxconfig; --block tcp/20-21 takes"
                                + " the whole rule out");
    }

    @Test
    void aBlockOfOneHostIsRefusedWhereAllMayComeIn() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> entered(cxConfig(BLOCK_ALL, FTP), "--block tcp/20-21@10.0.0.7"))
                .withMessageContaining("would do nothing: rule ftp");
    }

    @Test
    void aRuleThatCantBeNamedOnTheCommandLineIsToBeTakenOutOfTheProfile() {
        Rule cell = FTP.from(AddressRange.parse("10.0.0.0/8")).ofDevice(AddressRange.parse("0.0.0.0/0"));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> entered(cxConfig(cell), "--block tcp/21@10.0.0.7"))
                .withMessageEndingWith("take the rule out of the profile");
    }

    @Test
    void aBlockThatAnAllowCutsIntoIsRemarkedOn() {
        entered(cxConfig(BLOCK_ALL, FTP), "--block tcp/21-25");

        assertThat(remarks)
                .containsExactly(
                        "--block tcp/21-25: rule ftp (Allow ports 20 to 21 from anywhere on the public network)"
                                + " still lets in part of that, as an allow beats a block in cxconfig");
    }

    @Test
    void anAllowThatHoldsAtTimesOnlyIsRemarkedOn() {
        entered(cxConfig(FTP.during(TimeCondition.daily(new HourRange(9, 17)))), "--block tcp/21");

        assertThat(remarks).singleElement().asString().contains("rule ftp (", "still lets in part of that");
    }

    @Test
    void anAllowInsideABlockIsAnException() {
        RuleSet rules = entered(cxConfig(BLOCK_ALL, FTP), "--allow tcp/21", "--block tcp/1-1024");

        assertThat(passes(rules, "tcp 192.0.2.7 -> :21")).isTrue();
        assertThat(passes(rules, "tcp 192.0.2.7 -> :20")).isFalse();
        assertThat(remarks).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--allow tcp/21", "--allow tcp/1-1024", "--allow any"})
    void optionsThatContradictEachOtherAreRefused(String allow) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> entered(cxConfig(BLOCK_ALL), allow, "--block tcp/21"))
                .withMessage("--block tcp/21 would do nothing: " + allow
                        + " lets in all of that, and an allow beats a block" + " in cxconfig; leave out one of them");
    }

    @Test
    void optionsThatCutIntoEachOtherAreRemarkedOn() {
        entered(cxConfig(BLOCK_ALL), "--allow tcp/20-21", "--block tcp/21-25");

        assertThat(remarks).singleElement().asString().startsWith("--block tcp/21-25: --allow tcp/20-21 lets in part");
    }

    @Test
    void inFw6AnAllowTakesOutTheBlocksThatItIsWhollyAbout() {
        Rule telnet = Rule.inbound("telnet", Action.BLOCK, Traffic.tcp(23));
        RuleSet rules = entered(fw6(telnet), "--allow tcp/23");

        assertThat(passes(rules, "tcp 192.0.2.7 -> :23")).isTrue();
        assertThat(remarks).isEmpty();
    }

    @Test
    void inFw6AnAllowThatABlockCutsIntoIsRemarkedOn() {
        RuleSet rules = entered(fw6(COMMON), "--allow tcp/21");

        assertThat(passes(rules, "tcp 192.0.2.7 -> :21")).isTrue();
        assertThat(passes(rules, "tcp 192.168.0.7 -> :21")).isFalse();
        assertThat(remarks)
                .containsExactly(
                        "--allow tcp/21: rule common (Block any port for IP 192.168.0.0/24) still drops part of that,"
                                + " as a block beats an allow in fw6");
    }

    @Test
    void inFw6AnAllowThatABlockWouldBeatIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> entered(fw6(COMMON), "--allow tcp/21@192.168.0.7"))
                .withMessageContaining("drops all of that, and a block beats an allow in fw6;"
                        + " --allow any@192.168.0.0/24 takes the whole rule out");
    }

    @Test
    void whatIsThereAlreadyIsNotEnteredTwice() {
        RuleSet rules = cxConfig(BLOCK_ALL, FTP);

        assertThat(entered(rules, "--allow tcp/20-21")).isEqualTo(rules);
        assertThat(entered(rules, "--block any").rules()).containsExactly(BLOCK_ALL);
    }

    @Test
    void aBlockBehindAFirewallThatIsOffIsRemarkedOn() {
        entered(cxConfig().withEnabled(false), "--block tcp/21", "--allow tcp/20");

        assertThat(remarks).containsExactly("--block tcp/21 does nothing while the firewall is off");
    }

    /** Whatever the rules: what is entered without a word holds for every packet that it is about. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsEnteredWithoutAWordHolds(long seed) {
        Random random = new Random(seed);
        int held = 0;
        for (int i = 0; i < 3000; i++) {
            RuleSet before = rules(random);
            boolean allow = random.nextBoolean();
            String words = words(random);
            String option = (allow ? "--allow " : "--block ") + words;
            remarks.clear();
            RuleSet after;
            try {
                after = entered(before, option);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageStartingWith(option + " would do nothing: ");
                continue;
            }
            held += remarks.isEmpty() ? 1 : 0;
            Rule entered = RuleArgument.rule("--allow", Action.ALLOW, words);
            for (int port = 19; remarks.isEmpty() && port < 25; port++) {
                Packet packet = Packet.Tcp.syn(
                        Direction.INBOUND,
                        new InetSocketAddress("10.0.0." + random.nextInt(4), 5000),
                        new InetSocketAddress("10.0.0.9", port));
                if (entered.matches(packet)) {
                    assertThat(after.decide(packet).passes())
                            .as("%s of %s", option, before)
                            .isEqualTo(allow);
                }
            }
        }
        assertThat(held).isBetween(500, 2800);
    }

    private static RuleSet rules(Random random) {
        List<Rule> rules = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Action action = random.nextBoolean() ? Action.ALLOW : Action.BLOCK;
            try {
                Rule rule = RuleArgument.rule("--allow", action, words(random));
                Rule named = Rule.inbound("r" + i, action, rule.traffic());
                named = rule.publicHost().map(named::from).orElse(named);
                rules.add(random.nextInt(4) == 0 ? named.ofDevice(AddressRange.parse("0.0.0.0/0")) : named);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(e);
            }
        }
        return new RuleSet(random.nextBoolean() ? Dialect.CXCONFIG : Dialect.FW6, true, rules);
    }

    private static String words(Random random) {
        int first = 20 + random.nextInt(3);
        List<String> hosts = List.of("", "", "@10.0.0.0/31", "@10.0.0.2", "@10.0.0.0/8");
        String ports = "tcp/" + new PortRange(first, first + random.nextInt(3));
        return (random.nextInt(4) == 0 ? "any" : ports) + hosts.get(random.nextInt(hosts.size()));
    }

    @Test
    void rulesThatDontCountAreLeftAlone() {
        Rule itself = Rule.allow("itself", Traffic.any()).from(AddressRange.parse("127.0.0.1"));
        RuleSet rules = entered(cxConfig(BLOCK_ALL, FTP.disabled(), itself), "--block tcp/21");

        assertThat(rules.rules()).extracting(Rule::name).contains("ftp", "itself");
        assertThat(remarks).isEmpty();
    }
}

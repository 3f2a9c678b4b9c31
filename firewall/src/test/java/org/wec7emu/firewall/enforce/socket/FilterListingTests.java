package org.wec7emu.firewall.enforce.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.StandardProtocolFamily;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Cases;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.HourRange;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.TimeCondition;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.PortPolicy;

/** The programs of all ports, as a person reads them. */
class FilterListingTests {
    private static RuleSet fw6(Rule... rules) {
        return new RuleSet(Dialect.FW6, true, List.of(rules));
    }

    private static Rule ports(String name, int first, int last) {
        return Rule.allow(name, new Traffic.Tcp(new PortRange(first, last)));
    }

    @Test
    void portsAreGatheredByWhatTheyDo() throws Exception {
        assertThat(FilterListing.of(fw6(ports("ftp", 20, 21), ports("https", 443, 443))))
                .isEqualTo("""
                        ; TCP ports 1-19: drop all
                        ret #0

                        ; TCP ports 20-21: pass all: no filter

                        ; TCP ports 22-442: drop all
                        ret #0

                        ; TCP port 443: pass all: no filter

                        ; TCP ports 444-65535: drop all
                        ret #0
                        """);
    }

    @Test
    void rulesThatMakeNoDifferenceMakeNoBlock() throws Exception {
        assertThat(FilterListing.of(fw6(ports("all", 0, 65_535), ports("ftp", 20, 21))))
                .isEqualTo("; TCP ports 1-65535: pass all: no filter\n");
    }

    @Test
    void aFirewallThatIsOffPassesAll() throws Exception {
        assertThat(FilterListing.of(fw6().withEnabled(false))).isEqualTo("; TCP ports 1-65535: pass all: no filter\n");
    }

    @Test
    void bothFamiliesAreListedWhereTheyDiffer() throws Exception {
        Rule host = Rule.allow("host", Traffic.tcp(21)).from(AddressRange.parse("10.0.0.7"));

        assertThat(FilterListing.of(fw6(host))).contains("""
                        ; TCP port 21: in IPv4 by the addresses of host, else drop all; in IPv6 drop all
                        ; a socket of IPv4
                        ld [-1048564]
                        jeq #0xa000007, 0, 1
                        ret #-1
                        ret #0
                        ; a socket of IPv6, which may get IPv4 as well
                        ldb [-1048576]
                        and #0xf0
                        jeq #0x60, 0, 1
                        ja 4
                        """);
    }

    @ParameterizedTest
    @CsvSource({"4, 'r1, r2, r3, r4, else'", "6, 'r1, r2, r3, r4 and 2 more, else'"})
    void fourRulesAreNamedAndFurtherOnesCounted(int count, String named) throws Exception {
        List<Rule> rules = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rules.add(Rule.allow("r" + i, Traffic.tcp(21)).from(AddressRange.parse("10.0.0." + i)));
        }

        assertThat(FilterListing.of(new RuleSet(Dialect.FW6, true, rules)))
                .contains("by the addresses of " + named + " drop all");
    }

    @Test
    void theLowestAndTheHighestPortAreAmongThem() throws Exception {
        assertThat(FilterListing.of(fw6(ports("none", 0, 0), ports("low", 1, 1), ports("high", 65_535, 65_535))))
                .isEqualTo("""
                        ; TCP port 1: pass all: no filter

                        ; TCP ports 2-65534: drop all
                        ret #0

                        ; TCP port 65535: pass all: no filter
                        """);
    }

    @Test
    void aPortWithTooManyHostsIsNamed() {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 2048; i++) {
            rules.add(Rule.allow("r" + i, ports("", 20, 21).traffic())
                    .from(AddressRange.parse("10.0." + i / 256 + "." + i % 256)));
        }

        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> FilterListing.of(new RuleSet(Dialect.FW6, true, rules)))
                .withMessageStartingWith("TCP ports 20-21: ")
                .withMessageContaining("the kernel takes 4096");
    }

    @Test
    void rulesThatDependOnTheHourAreRefused() {
        Rule timed = ports("ftp", 20, 21).during(TimeCondition.daily(new HourRange(9, 17)));

        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> FilterListing.of(fw6(timed)))
                .withMessageContaining("rule ftp");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void eachPortHasTheProgramThatItsSocketGets(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < Cases.of(20); i++) {
            RuleSet rules = rules(random);
            String listing = FilterListing.of(rules);
            for (int port : new int[] {1, 20, 21, 22, 1 + random.nextInt(65_535), 65_535}) {
                PortPolicy policy = PortPolicy.of(rules, port);
                Optional<FilterProgram> dual = FilterCompiler.compile(policy, StandardProtocolFamily.INET6);

                assertThat(block(listing, port))
                        .as("port %d of %s", port, rules)
                        .endsWith(dual.map(it -> "\n" + it + "\n").orElse(": no filter\n"));
            }
        }
    }

    @Tag("time")
    @Test
    void thousandsOfRulesTakeNoTime() throws Exception {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 8000; i++) {
            rules.add(ports("r" + i, 1 + 7 * i, 5 + 7 * i));
        }
        RuleSet set = new RuleSet(Dialect.FW6, true, rules);
        long start = System.nanoTime();

        assertThat(FilterListing.of(set)).contains("; TCP ports 55994-55998: pass all");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private static String block(String listing, int port) {
        for (String block : listing.split("\n(?=; TCP )")) {
            String ports = block.replaceFirst("(?s)^; TCP ports? ([0-9-]+): .*$", "$1");
            if (PortRange.parse(ports).contains(port)) {
                return block;
            }
        }
        throw new AssertionError("no block for port " + port + " in\n" + listing);
    }

    private static RuleSet rules(Random random) {
        List<Rule> rules = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            int first = 15 + random.nextInt(8);
            Traffic traffic = random.nextInt(4) == 0
                    ? random.nextBoolean() ? Traffic.any() : new Traffic.Protocol(6)
                    : new Traffic.Tcp(new PortRange(first, first + random.nextInt(8)));
            Rule rule = Rule.inbound("r" + i, random.nextBoolean() ? Action.ALLOW : Action.BLOCK, traffic);
            if (random.nextBoolean()) {
                rule = rule.from(AddressRange.parse(random.nextBoolean() ? "10.0.0." + i : "fe80::" + i));
            }
            rules.add(random.nextInt(6) == 0 ? rule.disabled() : rule);
        }
        Dialect dialect = random.nextBoolean() ? Dialect.FW6 : Dialect.CXCONFIG;
        return new RuleSet(dialect, random.nextInt(10) != 0, rules);
    }
}

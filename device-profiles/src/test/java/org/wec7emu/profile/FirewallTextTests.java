package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.TimeCondition;
import org.wec7emu.firewall.Traffic;

/** The section {@code firewall:} by itself, written and read. */
class FirewallTextTests {
    private static final String PROFILE = """
            extends: CX8100_WEC7_LF_v604h_TC31_B4022.20
            evidence: {grade: unknown, note: a test}
            image: {name: MY_DEVICE}
            """;

    private static final Schema SCHEMA = ProfileSchema.load();

    @Test
    void isWrittenAsAPersonWould() {
        RuleSet rules = new RuleSet(
                Dialect.CXCONFIG,
                true,
                List.of(
                        Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any()),
                        Rule.allow("rule1", Traffic.any()).from(AddressRange.parse("127.0.0.1")),
                        Rule.allow("rule2", Traffic.Icmp.of(8, 0)),
                        Rule.allow("ftp", new Traffic.Tcp(new PortRange(20, 21)))
                                .from(AddressRange.parse("192.168.0.1/255.255.255.0"))
                                .disabled()));

        assertThat(FirewallText.write(rules)).isEqualTo("""
                        firewall:
                          dialect: cxconfig
                          enabled: true
                          rules:
                            BlockAllRule: {block: any}
                            rule1: {allow: any, from: 127.0.0.1}
                            rule2: {allow: icmp, type: 8, code: 0}
                            ftp: {allow: tcp, port: 20-21, from: 192.168.0.1/24, enabled: false}
                        """);
    }

    @Test
    void withoutRulesIsAnEmptyMapping() throws ProfileException {
        RuleSet none = new RuleSet(Dialect.FW6, false, List.of());

        assertThat(FirewallText.write(none)).endsWith("  enabled: false\n  rules: {}\n");
        assertThat(FirewallText.read(FirewallText.write(none), "none.yaml")).contains(none);
    }

    @Test
    void ipv6StandsInQuotes() {
        Rule rule = Rule.outbound("out", Action.LOG, new Traffic.Protocol(50)).to(AddressRange.parse("fe80::/10"));

        assertThat(line(rule)).isEqualTo("out: {log: esp, direction: outbound, to: 'fe80::/10'}");
    }

    @Test
    void daysInARowAreARun() {
        Set<DayOfWeek> days = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY);
        days.add(DayOfWeek.SATURDAY);
        days.add(DayOfWeek.SUNDAY);
        TimeCondition times = new TimeCondition(Optional.empty(), days, OptionalInt.of(1), Optional.empty());

        assertThat(line(Rule.allow("r", Traffic.tcp(21)).during(times)))
                .isEqualTo("r: {allow: tcp, port: 21, days: monday-wednesday saturday sunday, day: 1}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "rule4, rule4",
                "6to4, 6to4",
                "AllowICMP_ECHO_REQUEST, AllowICMP_ECHO_REQUEST",
                "12, '12'",
                "0x1F, '0x1F'",
                "2026-11-24, '2026-11-24'",
                "true, 'true'",
                "No, 'No'",
                "a b, 'a b'",
                "it's, 'it''s'",
                "-, '-'",
                "#1, '#1'",
            })
    void aNameStandsInQuotesWhereYamlWouldTakeItForSomethingElse(String name, String written) {
        assertThat(line(Rule.allow(name, Traffic.any()))).isEqualTo(written + ": {allow: any}");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isReadBackToTheSameRules(long seed) throws ProfileException {
        RandomRules random = new RandomRules(seed);
        for (int i = 0; i < 250; i++) {
            RuleSet rules = random.set();
            String text = FirewallText.write(rules);

            assertThat(FirewallText.read(text, "random.yaml")).as(text).contains(rules);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void canStandInAProfile(long seed) throws ProfileException {
        RandomRules random = new RandomRules(seed);
        for (int i = 0; i < 100; i++) {
            RuleSet rules = random.set();
            String text = PROFILE + FirewallText.write(rules);
            DeviceProfile profile = ProfileReader.read(text, "mine.yaml", ProfileCatalog.bundled());

            assertThat(profile.firewall().rules()).as(text).containsAll(rules.rules());
            assertThat(profile.firewall().dialect()).isEqualTo(rules.dialect());
            assertThat(SCHEMA.validate(text, InputFormat.YAML)).as(text).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evidence", "value", "a\\b", "\u00e4", " "})
    void aNameThatAProfileCantHaveIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(Rule.allow(name, Traffic.any())))
                .withMessageStartingWith("rule " + name + " can't be written in a profile: ");
    }

    @Test
    void portZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(Rule.allow("r", new Traffic.Udp(new PortRange(0, 21)))))
                .withMessageContaining("rule r can't be written in a profile: a profile's ports begin with 1");
    }

    @Test
    void endsOfTwoIpVersionsAreRefused() {
        Rule rule = Rule.allow("r", Traffic.any())
                .from(AddressRange.parse("10.0.0.1"))
                .ofDevice(AddressRange.parse("fe80::1"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(rule))
                .withMessageContaining("different IP versions");
    }

    @Test
    void aProfileIsNoSectionAlone() throws ProfileException {
        assertThat(FirewallText.read(PROFILE, "profile.yaml")).isEmpty();
    }

    @Test
    void evidenceMayStandBesideIt() throws ProfileException {
        String text = "evidence: {grade: unknown, note: mine}\n" + FirewallText.write(new RandomRules(7).set());

        assertThat(FirewallText.read(text, "mine.yaml")).isPresent();
    }

    @Test
    void mistakesHaveTheirPlace() {
        String text = "firewall:\n  dialect: fw6\n  enabled: true\n  rules:\n    r: {allow: tcp, port: 0}\n";

        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> FirewallText.read(text, "mine.yaml"))
                .withMessageStartingWith("mine.yaml:5:27: firewall.rules.r.port: '0' is no port");
    }

    private static String line(Rule rule) {
        String text = FirewallText.write(new RuleSet(Dialect.FW6, true, List.of(rule)));
        return text.lines().reduce((first, second) -> second).orElseThrow().strip();
    }
}

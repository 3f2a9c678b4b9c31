package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wec7emu.firewall.TrafficWords.BLOCK_ALL;
import static org.wec7emu.firewall.TrafficWords.allowing;
import static org.wec7emu.firewall.TrafficWords.words;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Between which hosts a change is, in few words. */
class TrafficChangeHostsTests {
    private static RuleSet allowingFrom(String... hosts) {
        RuleSet rules = BLOCK_ALL;
        for (String host : hosts) {
            rules = rules.with(Rule.allow(rules.freeName(), Traffic.tcp(21)).from(AddressRange.parse(host)));
        }
        return rules;
    }

    /** Where a block beats an allow. */
    private static RuleSet fw6(String from) {
        return new RuleSet(
                Dialect.FW6, true, List.of(Rule.allow("ftp", Traffic.tcp(21)).from(AddressRange.parse(from))));
    }

    @Test
    void aNarrowerHostLeavesTheRestOut() {
        assertThat(words(allowingFrom("10.0.0.0/8"), allowingFrom("10.1.0.0/16", "10.2.0.7")))
                .containsExactly("in TCP 21 from 10.0.0.0/8 without 10.1.0.0/16 and 10.2.0.7 dropped");
        assertThat(words(allowingFrom("10.0.0.0/8"), allowing(Traffic.tcp(21))))
                .containsExactly("in TCP 21 from IPv4 without 10.0.0.0/8 from IPv6 passes");
    }

    @Test
    void hostsOfRulesAboutOtherTrafficAreNotMentioned() {
        RuleSet other = BLOCK_ALL.with(Rule.allow("web", Traffic.tcp(80))
                .from(AddressRange.parse("10.0.0.7"))
                .ofDevice(AddressRange.parse("10.0.0.1")));

        assertThat(words(other, other.with(Rule.allow("ftp", Traffic.tcp(21))))).containsExactly("in TCP 21 passes");
        assertThat(words(other, other.with(Rule.allow("ftp", Traffic.tcp(21)).from(AddressRange.parse("10.0.0.0/8")))))
                .containsExactly("in TCP 21 from 10.0.0.0/8 passes");
        assertThat(words(BLOCK_ALL, other)).containsExactly("in TCP 80 from 10.0.0.7, device address 10.0.0.1 passes");
    }

    @Test
    void whatPassesWithinARangeLeftOutIsToldBesides() {
        RuleSet hole = fw6("10.1.0.0/16")
                .with(Rule.inbound("no", Action.BLOCK, Traffic.tcp(21)).from(AddressRange.parse("10.1.2.0/24")));

        assertThat(words(hole, fw6("10.0.0.0/8")))
                .containsExactly("in TCP 21 from 10.0.0.0/8 without 10.1.0.0/16 from 10.1.2.0/24 passes");
    }

    @Test
    void onlyRangesThatAreLeftOutAreMentioned() {
        RuleSet narrow = allowingFrom("10.1.0.0/16");
        for (String other : List.of("10.1.2.0/24", "10.2.0.0/16", "10.2.3.0/24")) {
            narrow = narrow.with(Rule.allow(narrow.freeName(), Traffic.tcp(80)).from(AddressRange.parse(other)));
        }
        RuleSet wide = narrow.with(Rule.allow("wide", Traffic.tcp(21)).from(AddressRange.parse("10.0.0.0/8")));

        assertThat(words(narrow, wide)).containsExactly("in TCP 21 from 10.0.0.0/8 without 10.1.0.0/16 passes");
    }

    @Test
    void bitsBehindThePrefixMakeNoOtherRange() {
        RuleSet web = BLOCK_ALL.with(Rule.allow("web", Traffic.tcp(80)).from(AddressRange.parse("10.0.0.9/8")));

        assertThat(words(web, web.with(Rule.allow("ftp", Traffic.tcp(21)).from(AddressRange.parse("10.0.255.7/8")))))
                .containsExactly("in TCP 21 from 10.0.0.0/8 passes");
    }

    @Test
    void twoHalvesOfAFamilyAreTheWhole() {
        assertThat(words(BLOCK_ALL, allowingFrom("0.0.0.0/1", "128.0.0.0/1")))
                .containsExactly("in TCP 21 from IPv4 passes");
        assertThat(words(BLOCK_ALL, allowingFrom("0.0.0.0/1", "128.0.0.0/1", "::/0")))
                .containsExactly("in TCP 21 passes");
    }

    /** The one address left is of a form that Java takes for one of IPv4 unless told otherwise. */
    @Test
    void addressesOfIpv4WithinIpv6AreOfIpv6() {
        List<String> others = new ArrayList<>();
        for (int bit = 80; bit < 96; bit++) {
            int ones = (0xFFFF << 96 - bit) & 0xFFFF;
            others.add("::" + Integer.toHexString(ones) + ":0:0/" + (bit + 1));
        }
        List<String> all = new ArrayList<>(others);
        all.add("::/80");

        assertThat(words(allowingFrom(others.toArray(new String[0])), allowingFrom(all.toArray(new String[0]))))
                .singleElement()
                .asString()
                .startsWith("in TCP 21 from ::/80 without ::/81 and ");
    }
}

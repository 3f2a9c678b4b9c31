package org.wec7emu.profile.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.HourRange;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.TimeCondition;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.registry.RegistryText;

/** Rules in the form of a device's registry, as published files and Microsoft's examples have it. */
class FirewallRegistryTests {
    private static final AddressRange IPV4 = AddressRange.parse("0.0.0.0/0");
    private static final AddressRange HOST2 = AddressRange.parse("192.168.0.101");
    private static final Rule FTP = Rule.allow("FTP", new Traffic.Tcp(new PortRange(20, 21)));

    @Test
    void theDefaultRulesHaveThePublishedValues() throws Exception {
        RuleSet delivered =
                ProfileCatalog.bundled().find("CX8100_WEC7_LF_v604h").firewall();

        assertThat(text(delivered)).startsWith("""
                        REGEDIT4

                        [HKEY_LOCAL_MACHINE\\SOFTWARE\\Beckhoff\\CxConfig\\Firewall]
                        "FwEnabled"=dword:00000001
                        "persist"=dword:00000001

                        [HKEY_LOCAL_MACHINE\\SOFTWARE\\Beckhoff\\CxConfig\\Firewall\\BlockAllRule]
                        "BlockAllFilterId"=hex:00,00,01,00,00,00,00,00

                        [HKEY_LOCAL_MACHINE\\SOFTWARE\\Beckhoff\\CxConfig\\Firewall\\Rules\\rule1]
                        "Description"="rule1"
                        "Verbose"="Allow any port for IP 127.0.0.1"
                        "filterId"=hex:09,00,01,00,00,00,00,00
                        "IPv4address"="127.0.0.1"
                        "Mask"=dword:00000020
                        "Flags"=dword:00000000

                        [HKEY_LOCAL_MACHINE\\SOFTWARE\\Beckhoff\\CxConfig\\Firewall\\Rules\\rule2]
                        "Description"="rule2"
                        "Verbose"="Allow ICMP type 8, code 0"
                        "filterId"=hex:0a,00,01,00,00,00,00,00
                        "Type"=dword:00000008
                        "Code"=dword:00000000
                        "Protocol"=dword:00000001
                        "Mask"=dword:00000040
                        "Flags"=dword:00000000
                        """).endsWith("""
                        [HKEY_LOCAL_MACHINE\\SOFTWARE\\Beckhoff\\CxConfig\\Firewall\\Rules\\rule8]
                        "Description"="rule8"
                        "Verbose"="Allow UDP port 48899 from anywhere on the public network"
                        "filterId"=hex:10,00,01,00,00,00,00,00
                        "PortMin"=dword:0000bf03
                        "PortMax"=dword:0000bf03
                        "Protocol"=dword:00000011
                        "Mask"=dword:00000041
                        "Flags"=dword:00000000
                        """);
    }

    @Test
    void aPortRuleOfIpv4NamesTheFamily() {
        assertThat(cxConfig(FTP.ofDevice(IPV4))).contains("""
                        "PortMin"=dword:00000014
                        "PortMax"=dword:00000015
                        "Protocol"=dword:00000006
                        "PrivateHost"=hex:02,00
                        "Mask"=dword:00000041
                        """);
    }

    /** Microsoft aa450229. */
    @Test
    void aRuleOfFw6HasTheDocumentedValues() {
        Rule rule = Rule.outbound("AllowTCPOutboundPort25", Action.ALLOW, Traffic.tcp(25))
                .ofDevice(HOST2);

        assertThat(text(new RuleSet(Dialect.FW6, true, List.of(rule)))).isEqualTo("""
                        REGEDIT4

                        [HKEY_LOCAL_MACHINE\\Comm\\Firewall]
                        "EnableIPv6"=dword:00000001
                        "EnableIPv4"=dword:00000001

                        ; Allow TCP port 25 to anywhere on the public network, device address 192.168.0.101
                        [HKEY_LOCAL_MACHINE\\Comm\\Firewall\\Rules\\AllowTCPOutboundPort25]
                        "Mask"=dword:00000025
                        "Flags"=dword:00000012
                        "PrivateHost"=hex:02,00,00,00,c0,a8,00,65
                        "Protocol"=dword:00000006
                        "Port"=dword:00000019
                        """);
    }

    /** Microsoft ms886651. */
    @Test
    void hoursOfFw6HaveTheDocumentedValues() {
        Rule rule = Rule.outbound("AllowOutbound9p8a", Action.ALLOW, Traffic.any())
                .ofDevice(IPV4)
                .during(TimeCondition.daily(new HourRange(21, 8)));

        assertThat(fw6(rule)).endsWith("""
                        "Mask"=dword:00000080
                        "Flags"=dword:00000012
                        "PrivateHost"=hex:02,00
                        "HourStart"=dword:00000015
                        "HourEnd"=dword:00000008
                        """);
    }

    @Test
    void daysOfFw6AreASet() {
        TimeCondition times = new TimeCondition(
                Optional.empty(),
                Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                OptionalInt.of(24),
                Optional.of(Month.DECEMBER));

        assertThat(fw6(Rule.allow("r", Traffic.any()).ofDevice(IPV4).during(times)))
                .endsWith("""
                        "Mask"=dword:00000700
                        "Flags"=dword:0000000a
                        "PrivateHost"=hex:02,00
                        "DayOfWeek"=dword:00000003
                        "Day"=dword:00000018
                        "Month"=dword:0000000c
                        """);
    }

    /** FirewallSettings.reg, https://github.com/pcdshub/pcds-plc-image-generator. */
    @Test
    void icmpAndPortRangesOfFw6HaveThePublishedValues() {
        assertThat(fw6(Rule.allow("r", Traffic.Icmp.of(8, 0)))).endsWith("""
                        "Mask"=dword:00000038
                        "Flags"=dword:0000000a
                        "PrivateHost"=hex:02,00
                        "Protocol"=dword:00000001
                        "Type"=dword:00000008
                        "Code"=dword:00000000
                        """);
        assertThat(fw6(FTP.ofDevice(IPV4))).endsWith("""
                        "Mask"=dword:00000024
                        "Flags"=dword:0000000a
                        "PrivateHost"=hex:02,00
                        "Protocol"=dword:00000006
                        "PortMin"=dword:00000014
                        "PortMax"=dword:00000015
                        """);
    }

    @Test
    void hostsOfFw6HaveAMaskOrAPrefix() {
        assertThat(fw6(Rule.inbound("r", Action.BLOCK, Traffic.any()).from(AddressRange.parse("192.168.0.1/24"))))
                .endsWith("""
                        "Mask"=dword:00000802
                        "Flags"=dword:00000009
                        "PrivateHost"=hex:02,00
                        "PublicHost"=hex:02,00,00,00,c0,a8,00,01
                        "PublicHostMask"=hex:ff,ff,ff,00
                        """);
        assertThat(fw6(Rule.allow("r", new Traffic.Icmpv6(OptionalInt.of(134), OptionalInt.empty()))
                        .from(AddressRange.parse("fe80::/10"))))
                .endsWith("""
                        "Mask"=dword:0000102a
                        "Flags"=dword:0000000a
                        "PrivateHost"=hex:17,00
                        "PublicHost"=hex:17,00,00,00,fe,80,00,00,00,00,00,00,00,00,00,00,00,00,00,00
                        "PublicHostPrefixLength"=dword:0000000a
                        "Protocol"=dword:0000003a
                        "Type"=dword:00000086
                        """);
    }

    @Test
    void disabledRulesAreMarkedInFw6() {
        assertThat(fw6(FTP.ofDevice(IPV4).disabled())).contains("\"Flags\"=dword:0000002a");
    }

    @Test
    void theSwitchIsWritten() {
        assertThat(text(new RuleSet(Dialect.FW6, false, List.of())))
                .contains("\"EnableIPv6\"=dword:00000000\n\"EnableIPv4\"=dword:00000000");
        assertThat(text(new RuleSet(Dialect.CXCONFIG, false, List.of()))).contains("\"FwEnabled\"=dword:00000000");
    }

    @Test
    void whatCxConfigCantSayIsRefusedByTheRulesName() {
        assertRefused(FTP.disabled(), "how a rule is disabled there is not known");
        assertRefused(FTP.from(HOST2), "how it would restrict ports or ICMP to an address is not known");
        assertRefused(FTP.ofDevice(HOST2), "it knows IPv4 as a whole only");
        assertRefused(FTP.during(TimeCondition.daily(new HourRange(9, 17))), "its rules hold at all times");
        assertRefused(Rule.inbound("FTP", Action.BLOCK, Traffic.any()), "the only rule that blocks there is");
        assertRefused(Rule.inbound("FTP", Action.LOG, Traffic.any()), "its rules don't log");
        assertRefused(Rule.outbound("FTP", Action.ALLOW, Traffic.any()), "its rules are about what comes in");
        assertRefused(Rule.allow("FTP", Traffic.any()), "it allows everything from one address only");
        assertRefused(Rule.allow("FTP", Traffic.any()).from(AddressRange.parse("10.0.0.0/8")), "single ones of IPv4");
        assertRefused(Rule.allow("FTP", Traffic.any()).from(AddressRange.parse("fe80::1")), "single ones of IPv4");
        assertRefused(
                Rule.allow("FTP", Traffic.any()).from(HOST2).ofDevice(IPV4), "only its port rules have an address");
        assertRefused(Rule.allow("FTP", new Traffic.Protocol(50)), "it knows TCP, UDP and ICMP only");
        assertRefused(Rule.allow("FTP", new Traffic.Icmp(OptionalInt.of(8), OptionalInt.empty())), "a type and a code");
    }

    @Test
    void whatFw6CantSayIsRefusedByTheRulesName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fw6(FTP))
                .withMessageStartingWith("rule FTP (Allow ports 20 to 21 ")
                .withMessageContaining("it is about IPv4 and IPv6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fw6(FTP.ofDevice(AddressRange.parse("10.0.0.0/8"))))
                .withMessageContaining("10.0.0.0/8 is neither");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fw6(FTP.ofDevice(IPV4).from(AddressRange.parse("fe80::1"))))
                .withMessageContaining("different IP versions");
    }

    @Test
    void quotesInNamesAreEscaped() {
        assertThat(cxConfig(Rule.allow("the \"first\"", Traffic.tcp(21))))
                .contains("Rules\\the \"first\"]\n\"Description\"=\"the \\\"first\\\"\"\n");
    }

    @Test
    void aBackslashInANameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cxConfig(Rule.allow("a\\b", Traffic.tcp(21))))
                .withMessageContaining("without a backslash");
    }

    private static void assertRefused(Rule rule, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cxConfig(rule))
                .withMessageStartingWith("rule FTP (")
                .withMessageContaining("can't be written in the registry's form: ")
                .withMessageContaining(why);
    }

    private static String cxConfig(Rule rule) {
        return text(new RuleSet(Dialect.CXCONFIG, true, List.of(rule)));
    }

    private static String fw6(Rule rule) {
        return text(new RuleSet(Dialect.FW6, true, List.of(rule)));
    }

    private static String text(RuleSet rules) {
        return RegistryText.of(FirewallRegistry.of(rules));
    }
}

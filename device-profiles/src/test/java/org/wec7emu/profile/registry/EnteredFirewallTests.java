package org.wec7emu.profile.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.wec7emu.profile.registry.RegistryEntries.CXCONFIG;
import static org.wec7emu.profile.registry.RegistryEntries.FW6;
import static org.wec7emu.profile.registry.RegistryEntries.delivered;
import static org.wec7emu.profile.registry.RegistryEntries.enter;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.registry.RegistryException;

/** What a registry file makes of a device's firewall. */
class EnteredFirewallTests {
    private static final AddressRange IPV4 = AddressRange.parse("0.0.0.0/0");
    private static final String PORTS = "\"Protocol\"=dword:6\n\"Mask\"=dword:41\n\"Flags\"=dword:0\n";

    @Test
    void aRuleMoreJoinsThoseThatAreThere() throws Exception {
        RuleSet rules = enter("[" + CXCONFIG
                        + "\\Rules\\rule9]\n\"PortMin\"=dword:14\n\"PortMax\"=dword:15\n\"PrivateHost\"=hex:02,00\n"
                        + PORTS)
                .profile()
                .firewall();

        assertThat(rules)
                .isEqualTo(delivered()
                        .firewall()
                        .with(Rule.allow("rule9", new Traffic.Tcp(new PortRange(20, 21)))
                                .ofDevice(IPV4)));
    }

    /** As in a published file that means to allow two services, and has both under one key. */
    @Test
    void ofTwoRulesUnderOneKeyTheLastIsLeft() throws Exception {
        String first = "[" + CXCONFIG + "\\Rules\\rule14]\n\"PortMin\"=dword:1bd\n\"PortMax\"=dword:1bd\n" + PORTS;
        String second = "[" + CXCONFIG + "\\Rules\\rule14]\n\"PortMin\"=dword:14ed\n\"PortMax\"=dword:14ed\n" + PORTS;

        assertThat(enter(first + "\n" + second).profile().firewall().rules())
                .endsWith(Rule.allow("rule14", Traffic.tcp(5357)))
                .doesNotContain(Rule.allow("rule14", Traffic.tcp(445)));
    }

    @Test
    void aChangedRuleIsChangedAndADeletedOneIsGone() throws Exception {
        RuleSet rules = enter("[" + CXCONFIG + "\\Rules\\RULE4]\n\"PortMax\"=dword:1bc\n\"PortMin\"=dword:1bc\n[-"
                        + CXCONFIG + "\\Rules\\rule5]\n")
                .profile()
                .firewall();

        assertThat(rules.rules())
                .contains(Rule.allow("rule4", Traffic.tcp(444)))
                .extracting(Rule::name)
                .doesNotContain("rule5")
                .hasSize(8);
    }

    @Test
    void withoutItsKeyNothingBlocksAll() throws Exception {
        assertThat(enter("[-" + CXCONFIG + "\\BlockAllRule]\n")
                        .profile()
                        .firewall()
                        .rules())
                .extracting(Rule::action)
                .containsOnly(Action.ALLOW);
    }

    @Test
    void theRuleThatBlocksAllHasItsNameForItself() throws Exception {
        RegistryReading reading =
                enter("[" + CXCONFIG + "\\Rules\\BlockAllRule]\n\"PortMin\"=dword:50\n\"PortMax\"=dword:50\n" + PORTS);

        assertThat(reading.profile().firewall()).isEqualTo(delivered().firewall());
        assertThat(reading.remarks())
                .singleElement()
                .asString()
                .contains("that is the name of the rule that blocks all");
    }

    @Test
    void theSwitchIsRead() throws Exception {
        assertThat(enter("[" + CXCONFIG + "]\n\"FwEnabled\"=dword:0\n")
                        .profile()
                        .firewall())
                .isEqualTo(delivered().firewall().withEnabled(false));
    }

    @Test
    void aSwitchThatIsNoneIsNamedWithItsPlace() {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> enter("[" + CXCONFIG + "]\n\"FwEnabled\"=\"yes\"\n"))
                .withMessage("mine.reg:2:1: FwEnabled is a switch; write dword:00000001 (on) or dword:00000000 (off)");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Mask\"=dword:41|it has no Flags",
                "\"Mask\"=dword:61~\"Flags\"=dword:0|Mask is 0x61; known are 0x41 (ports), 0x40 (ICMP) and 0x20",
                "\"Mask\"=dword:41~\"Flags\"=dword:1|Flags is not 0, and nothing is known of others",
                "\"Mask\"=\"41\"|Mask is no dword",
                "\"Mask\"=dword:41~\"Flags\"=dword:0~\"PortMin\"=dword:0|PortMin is 0, and not 1 to 65535",
                "\"Mask\"=dword:41~\"Flags\"=dword:0~\"PortMin\"=dword:5~\"PortMax\"=dword:4|PortMax is 4, and not 5 to",
                "\"Mask\"=dword:20~\"Flags\"=dword:0~\"IPv4address\"=\"plc\"|no IP address: 'plc'",
            })
    void aRuleThatIsNotUnderstoodHasNoEffectAndIsKept(String values, String why) throws Exception {
        RegistryReading reading = enter("[" + CXCONFIG + "\\Rules\\rule9]\n" + values.replace('~', '\n') + "\n");

        assertThat(reading.profile().firewall()).isEqualTo(delivered().firewall());
        assertThat(reading.remarks())
                .singleElement()
                .asString()
                .startsWith("mine.reg:1:1: rule rule9 isn't understood, so it has no effect here: " + why);
        assertThat(reading.withoutEffect())
                .singleElement()
                .satisfies(key -> assertThat(key.values().keySet()).contains("Mask"));
    }

    @Test
    void rulesOfTheOtherDialectHaveNoEffect() throws Exception {
        RegistryReading reading =
                enter("[" + FW6 + "\\Rules\\rule1]\n\"Mask\"=dword:24\n[" + FW6 + "]\n\"EnableIPv4\"=dword:0\n");

        assertThat(reading.profile().firewall()).isEqualTo(delivered().firewall());
        assertThat(reading.remarks())
                .containsExactly("mine.reg:1:1: rules of the dialect fw6 have no effect: the firewall of this image is"
                        + " cxconfig, which has its rules in " + CXCONFIG + "\\Rules");
        assertThat(reading.valuesWithoutEffect()).isEqualTo(2);
    }

    /** FirewallSettings.reg, https://github.com/pcdshub/pcds-plc-image-generator, in its kinds of rules. */
    @Test
    void rulesOfFw6AreReadAsPublishedFilesHaveThem() throws Exception {
        RuleSet rules = enter(
                        "[" + FW6 + "]\n\"EnableIPv6\"=dword:1\n\"EnableIPv4\"=dword:1\n"
                                + "[-" + FW6 + "\\Rules\\SourceLoopback]\n"
                                + fw6Rule("ping", "38", "\"Protocol\"=dword:1\n\"Type\"=dword:8\n\"Code\"=dword:0\n")
                                + fw6Rule("web", "24", "\"Protocol\"=dword:6\n\"Port\"=dword:50\n")
                                + fw6Rule(
                                        "ftp",
                                        "24",
                                        "\"Protocol\"=dword:6\n\"PortMin\"=dword:14\n\"PortMax\"=dword:15\n"),
                        fw6())
                .profile()
                .firewall();

        assertThat(rules)
                .isEqualTo(new RuleSet(
                        Dialect.FW6,
                        true,
                        List.of(
                                Rule.allow("ping", Traffic.Icmp.of(8, 0)),
                                Rule.allow("web", Traffic.tcp(80)).ofDevice(IPV4),
                                Rule.allow("ftp", new Traffic.Tcp(new PortRange(20, 21)))
                                        .ofDevice(IPV4))));
    }

    @Test
    void ofTwoSwitchesOfFw6ThatOfIpv4IsTaken() throws Exception {
        RegistryReading reading = enter("[" + FW6 + "]\n\"EnableIPv4\"=dword:1\n\"EnableIPv6\"=dword:0\n", fw6());

        assertThat(reading.profile().firewall().enabled()).isTrue();
        assertThat(reading.remarks())
                .containsExactly(
                        "mine.reg:3:1: the emulator has one switch for both IP versions, and takes EnableIPv4 for it");
    }

    private static String fw6Rule(String name, String mask, String values) {
        return "[" + FW6 + "\\Rules\\" + name + "]\n\"PrivateHost\"=hex:02,00\n\"Flags\"=dword:0a\n\"Mask\"=dword:"
                + mask + "\n" + values;
    }

    /** A device with Microsoft's firewall, off, and one rule. */
    private static DeviceProfile fw6() throws Exception {
        return delivered()
                .with(new RuleSet(
                        Dialect.FW6,
                        false,
                        List.of(Rule.inbound("SourceLoopback", Action.BLOCK, Traffic.any())
                                .from(AddressRange.parse("127.0.0.1")))));
    }
}

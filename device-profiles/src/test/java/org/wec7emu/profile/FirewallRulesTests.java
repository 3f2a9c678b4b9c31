package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Rule;

/** Rules as a profile writes them; their captions tell how they were understood. */
class FirewallRulesTests {
    private static final String HEAD = """
            extends: CX8100_WEC7_LF_v604h_TC31_B4022.20
            evidence: {grade: unknown, note: a test}
            image: {name: MY_DEVICE}
            firewall:
              dialect: fw6
              rules:
            """;

    private static final List<String> PARTS = List.of(
            "allow: tcp",
            "allow: any",
            "allow: icmpv6",
            "allow: 50",
            "block: udp",
            "block: icmp",
            "block: ah",
            "log: any",
            "log: \"17\"",
            "log: tcp",
            "port: 21",
            "port: 20-21",
            "type: 8",
            "code: 0",
            "direction: inbound",
            "direction: outbound",
            "from: 10.0.0.0/8",
            "from: 10.0.0.0/255.0.0.0",
            "to: fe80::1",
            "to: '::/00'",
            "private-host: 0.0.0.0/0",
            "enabled: false",
            "enabled: true",
            "hours: 21-8",
            "hours: 09-17",
            "days: monday-friday",
            "days: \"  saturday-sunday wednesday \"",
            "day: 1",
            "day: 31",
            "month: 2",
            "month: 12");

    private static final Schema SCHEMA = ProfileSchema.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allow: tcp, port: 21 | Allow TCP port 21 from anywhere on the public network",
                "log: any | Log everything from anywhere on the public network",
                "block: any, from: 192.168.0.1/255.255.255.0 | Block any port for IP 192.168.0.1/24",
                "block: icmp, direction: outbound | Block ICMP to anywhere on the public network",
                "allow: icmp, type: 8, direction: outbound | Allow ICMP type 8 to anywhere on the public network",
                "allow: icmpv6, type: 134, from: 'fe80::/10' | Allow ICMPv6 type 134 from fe80:0:0:0:0:0:0:0/10",
                "allow: 41, private-host: 0.0.0.0/0 | Allow IP protocol 41 from anywhere on the public network in IPv4",
                "allow: esp | Allow ESP from anywhere on the public network",
                "allow: \"51\" | Allow AH from anywhere on the public network",
                "allow: tcp, port: 25, direction: outbound, to: 10.0.0.1 | Allow TCP port 25 to 10.0.0.1",
                "block: any, direction: outbound, private-host: 10.0.0.2 |"
                        + " Block everything to anywhere on the public network, device address 10.0.0.2",
                "allow: tcp, port: 21, enabled: false |"
                        + " Allow TCP port 21 from anywhere on the public network (disabled)",
                "allow: tcp, port: 21, hours: 21-8 |"
                        + " Allow TCP port 21 from anywhere on the public network, 21:00 to 8:00",
                "allow: tcp, port: 21, days: saturday-monday |"
                        + " Allow TCP port 21 from anywhere on the public network, on Monday and Saturday and Sunday",
                "allow: tcp, port: 21, day: 29, month: 2 |"
                        + " Allow TCP port 21 from anywhere on the public network, on day 29 in February",
            })
    void areUnderstood(String rule, String caption) throws ProfileException {
        String text = HEAD + "    mine: {" + rule + "}\n";

        assertThat(mine(text).caption()).isEqualTo(caption);
        assertThat(SCHEMA.validate(text, InputFormat.YAML)).isEmpty();
    }

    @Test
    void theDialectIsOneOfTwo() throws ProfileException {
        assertThat(read(HEAD + "    mine: {log: any}\n").firewall().dialect()).isEqualTo(Dialect.FW6);
    }

    @Test
    void aRuleThatSaysLittleIsInboundAndAlwaysInForce() throws ProfileException {
        Rule rule = mine(HEAD + "    mine: {log: any}\n");

        assertThat(rule.action()).isEqualTo(Action.LOG);
        assertThat(rule.direction()).isEqualTo(Direction.INBOUND);
        assertThat(rule.enabled()).isTrue();
        assertThat(rule.when()).isEmpty();
    }

    @Test
    void aRuleIsOneValueWithAllItsKeys() throws ProfileException {
        assertThat(read(HEAD + "    mine: {log: any, hours: 9-17, enabled: false}\n")
                        .values())
                .extracting(ProfileValue::path, ProfileValue::text)
                .contains(tuple("firewall.rules.mine", "log: any, hours: 9-17, enabled: false"));
    }

    /** The other way round it needn't: a schema can't see that there is no 30 February. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsReadIsAlsoValidUnderTheSchema(long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 300; i++) {
            List<String> parts = new ArrayList<>(PARTS);
            Collections.shuffle(parts, random);
            String text = HEAD + "    mine: {" + String.join(", ", parts.subList(0, 1 + random.nextInt(4))) + "}\n";
            try {
                read(text);
            } catch (ProfileException e) {
                continue;
            }
            read++;
            assertThat(SCHEMA.validate(text, InputFormat.YAML)).as(text).isEmpty();
        }
        assertThat(read).isBetween(20, 250);
    }

    private static Rule mine(String text) throws ProfileException {
        return read(text).firewall().rules().stream()
                .filter(rule -> rule.name().equals("mine"))
                .findFirst()
                .orElseThrow();
    }

    private static DeviceProfile read(String text) throws ProfileException {
        return ProfileReader.read(text, "mine.yaml", ProfileCatalog.bundled());
    }
}

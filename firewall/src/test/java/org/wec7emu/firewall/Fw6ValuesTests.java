package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of a rule as the registry of the fw6 dialect has them; the first examples are Microsoft's. */
class Fw6ValuesTests {
    @ParameterizedTest
    @CsvSource({
        "0x12, ALLOW, OUTBOUND, true",
        "0x11, BLOCK, OUTBOUND, true",
        "0x0C, LOG, INBOUND, true",
        "0x0A, ALLOW, INBOUND, true",
        "0x29, BLOCK, INBOUND, false",
    })
    void flagsSayActionDirectionAndWhetherTheRuleIsEnabled(
            String value, Action action, Direction direction, boolean enabled) {
        Fw6Flags flags = new Fw6Flags(action, direction, enabled);

        assertThat(flags.value()).isEqualTo(Integer.decode(value));
        assertThat(Fw6Flags.of(Integer.decode(value))).isEqualTo(flags);
    }

    @Test
    void flagsAreThoseOfTheRule() {
        assertThat(Fw6Flags.of(Rule.allow("r", Traffic.tcp(21)).disabled()).value())
                .isEqualTo(0x2A);
    }

    @ParameterizedTest
    @CsvSource({
        "0x08, need exactly one of 0x01 block",
        "0x0B, need exactly one of 0x01 block",
        "0x02, need exactly one of 0x08 inbound",
        "0x1A, need exactly one of 0x08 inbound",
        "0x4A, unknown firewall flags",
        "0x8000000A, unknown firewall flags",
    })
    void flagsThatSayTooMuchOrTooLittleAreRefused(String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fw6Flags.of(Long.decode(value).intValue()))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "0200, 0.0.0.0/0",
        "1700, ::/0",
        "02000000c0a80014, 192.168.0.20",
        "17000000fe800000000000000000000000000001, fe80::1",
    })
    void aPrivateHostIsAFamilyOrAnAddress(String hex, String host) {
        assertThat(Fw6PrivateHost.encode(AddressRange.parse(host)))
                .isEqualTo(HexFormat.of().parseHex(hex));
        assertThat(Fw6PrivateHost.decode(HexFormat.of().parseHex(hex))).isEqualTo(AddressRange.parse(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "02", "0000", "0202", "0300", "020000", "02000000c0a800", "17000000c0a80014"})
    void whatIsNoPrivateHostIsRefused(String hex) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fw6PrivateHost.decode(HexFormat.of().parseHex(hex)))
                .withMessageStartingWith("no private host: ");
    }

    @ParameterizedTest
    @CsvSource({"02000000c0a800, 7, 8", "17000000c0a80014, 8, 20"})
    void aPrivateHostOfAWrongLengthSaysWhichIsRight(String hex, int length, int right) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fw6PrivateHost.decode(HexFormat.of().parseHex(hex)))
                .withMessage("no private host: " + length + " bytes (right are 2, or " + right + " with an address)");
    }

    @Test
    void aNetworkCanNotBeAPrivateHost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fw6PrivateHost.encode(AddressRange.parse("10.0.0.0/8")))
                .withMessageContaining("10.0.0.0/8 is neither");
    }

    @Test
    void aMaskSaysWhichValuesCount() {
        Set<Fw6Mask> masks = EnumSet.of(Fw6Mask.PRIVATE_HOST, Fw6Mask.PROTOCOL, Fw6Mask.PORT);

        assertThat(Fw6Mask.value(masks)).isEqualTo(0x25);
        assertThat(Fw6Mask.of(0x25)).isEqualTo(masks);
    }

    @Test
    void everyMaskIsABitOfItsOwn() {
        assertThat(Fw6Mask.value(EnumSet.allOf(Fw6Mask.class))).isEqualTo(0x1FFF);
        assertThat(Fw6Mask.of(0x1FFF)).containsExactly(Fw6Mask.values());
    }

    @Test
    void anUnknownMaskIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fw6Mask.of(0x2020))
                .withMessageContaining("0x2020: 0x2000");
    }

    @ParameterizedTest
    @CsvSource({"SUNDAY, 0x01", "MONDAY, 0x02", "WEDNESDAY, 0x08", "SATURDAY, 0x40"})
    void daysAreABitEachFromSundayOn(DayOfWeek day, String value) {
        assertThat(Fw6Days.value(Set.of(day))).isEqualTo(Integer.decode(value));
        assertThat(Fw6Days.of(Integer.decode(value))).containsExactly(day);
    }

    @Test
    void weekendsAndWeekdaysAreSets() {
        assertThat(Fw6Days.of(0x41)).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(Fw6Days.value(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)))
                .isEqualTo(0x3E);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0x80, 0x101})
    void whatIsNoDayIsRefused(int value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fw6Days.of(value))
                .withMessageStartingWith("no days of the week: ");
    }
}

package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.wec7emu.firewall.Packets.address;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTests {
    @ParameterizedTest
    @CsvSource({
        "192.168.0.1, 192.168.0.1, true",
        "192.168.0.1, 192.168.0.2, false",
        "192.168.0.1/24, 192.168.0.255, true",
        "192.168.0.1/24, 192.168.1.0, false",
        "10.0.0.0/7, 11.255.255.255, true",
        "10.0.0.0/7, 12.0.0.0, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false",
        "fe80::/10, febf::1, true",
        "fe80::/10, fec0::1, false",
        "::/0, 127.0.0.1, false",
    })
    void anAddressRangeContainsWhatSharesItsPrefix(String range, String address, boolean contained) {
        assertThat(AddressRange.parse(range).contains(address(address))).isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "127.0.0.0/8, true", "126.0.0.0/7, false", "::1, true", "::/127, false"})
    void onlyAddressesThatNeverCrossANetworkAreLoopback(String range, boolean loopback) {
        assertThat(AddressRange.parse(range).isLoopback()).isEqualTo(loopback);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "192.168.0",
                "192.168.0.1/33",
                "192.168.0.1/x",
                "300.1.1.1",
                "::1/129",
                "",
                "1.2.3.4.5",
                "1.2.3.",
                "010.0.0.1",
                "fe80::g",
                "fe80:::1",
                "1..2.3"
            })
    void whatIsNoAddressRangeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse(text));
    }

    /** A name that somebody could have registered; a failed question to a name service would be the cause. */
    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.256", "1.1.1.999", "a.b.c.d", "1.2.3.x4", "1.2.3.4.", "fe80::1%lo"})
    void noNameServiceIsAskedForAnAddress(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressRange.parse(text))
                .withMessage("no IP address: '" + text + "' (as in 192.168.0.1 or fe80::1)")
                .withNoCause();
    }

    @Test
    void aPrefixAloneHasNoAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressRange.parse("/24"))
                .withMessage("no IP address: '' (as in 192.168.0.1 or fe80::1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"21", "20-21", "0-65535"})
    void aPortRangeReadsWhatItPrints(String text) {
        assertThat(PortRange.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp", "21-20", "65536", "-1", "20-"})
    void whatIsNoPortRangeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PortRange.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-", "x-1"})
    void whatBeginsWithADashIsNoNumber(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortRange.parse(text))
                .withMessage("no port or port range: '" + text + "' (as in 21 or 20-21)");
    }

    @Test
    void aRangeOfOneAddressPrintsWithoutPrefix() {
        assertThat(AddressRange.parse("10.0.0.1/32")).hasToString("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.0.1/255.255.255.0, 192.168.0.1/24",
        "10.0.0.0/255.128.0.0, 10.0.0.0/9",
        "10.0.0.1/255.255.255.255, 10.0.0.1",
        "0.0.0.0/0.0.0.0, 0.0.0.0/0",
    })
    void aMaskStandsForAPrefix(String mask, String prefix) {
        assertThat(AddressRange.parse(mask)).hasToString(prefix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/255.0.255.0", "10.0.0.0/0.0.0.255", "10.0.0.0/255.255.255.253"})
    void aMaskWithAOneBehindAZeroIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressRange.parse(text))
                .withMessageContaining("a one behind a zero");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/255.255.255", "10.0.0.0/255.255.255.256", "::1/255.255.255.0", "10.0.0.0/ff00::"})
    void whatIsNoMaskIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 256})
    void whatIsNoProtocolNumberIsRefused(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Traffic.Protocol(number))
                .withMessage("no IP protocol: " + number + " (0-255)");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 256})
    void whatIsNoMessageOfIcmpIsRefused(int number) {
        OptionalInt wrong = OptionalInt.of(number);
        OptionalInt any = OptionalInt.empty();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Traffic.Icmp(wrong, any))
                .withMessage("no ICMP type: " + number + " (0-255)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Traffic.Icmp(any, wrong))
                .withMessage("no ICMP code: " + number + " (0-255)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Traffic.Icmpv6(wrong, any))
                .withMessage("no ICMPv6 type: " + number + " (0-255)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Traffic.Icmpv6(any, wrong))
                .withMessage("no ICMPv6 code: " + number + " (0-255)");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "192.168.0.1/255.255.255.0, 192.168.0.1/24",
        "0:0:0:0:0:0:0:0/0, ::/0",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "fe80:0:0:0:0:0:0:0/10, fe80::/10",
        "1:0:2:0:3:0:4:0, 1:0:2:0:3:0:4:0",
    })
    void areWrittenAsPeopleDo(String text, String written) {
        assertThat(AddressLiteral.of(AddressRange.parse(text))).isEqualTo(written);
        assertThat(AddressRange.parse(written)).isEqualTo(AddressRange.parse(text));
    }
}

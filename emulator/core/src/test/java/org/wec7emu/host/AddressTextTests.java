package org.wec7emu.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses as RFC 5952 wants them written. */
class AddressTextTests {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,           127.0.0.1,         127.0.0.1:21",
        "::1,                 ::1,               [::1]:21",
        "::,                  ::,                [::]:21",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1, [2001:db8::1:0:0:1]:21",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1, [2001:db8:0:1:1:1:1:1]:21",
        "fe80:0:0:0:0:0:0:ABCD, fe80::abcd,       [fe80::abcd]:21",
        "1:0:0:0:0:0:0:0,     1::,               [1::]:21",
    })
    void areAsShortAsTheyMayBe(String given, String alone, String withPort) throws Exception {
        InetAddress address = InetAddress.getByName(given);

        assertThat(AddressText.of(address)).isEqualTo(alone);
        assertThat(AddressText.of(new InetSocketAddress(address, 21))).isEqualTo(withPort);
    }
}

package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.wec7emu.firewall.Packets.address;

import org.junit.jupiter.api.Test;

/** A socket of this machine that may keep an address from being a device's own. */
class HostSocketTests {
    private static HostSocket at(String address, boolean waits) {
        return new HostSocket("tcp", address(address), 80, waits, 1);
    }

    @Test
    void hasTheIpv4AddressThatItsIpv6AddressStandsFor() {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        System.arraycopy(address("127.0.0.9").getAddress(), 0, mapped, 12, 4);

        assertThat(HostSocket.address(mapped)).isEqualTo(address("127.0.0.9"));
        assertThat(HostSocket.address(address("fd00::9").getAddress())).isEqualTo(address("fd00::9"));
    }

    @Test
    void refusesBytesThatAreNoAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostSocket.address(new byte[3]))
                .withMessage("an address of 3 bytes");
    }

    @Test
    void waitsEverywhereWithNoAddressOnly() {
        assertThat(at("0.0.0.0", true).waitsEverywhere()).isTrue();
        assertThat(at("::", true).waitsEverywhere()).isTrue();
        assertThat(at("0.0.0.0", false).waitsEverywhere()).isFalse();
        assertThat(at("0.0.0.1", true).waitsEverywhere()).isFalse();
    }

    @Test
    void isToldByProtocolAndPort() {
        assertThat(at("127.0.0.9", true)).hasToString("tcp port 80");
    }
}

package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.AddressRange;

/** Each device gets an address of its own. */
class AddressPoolTests {
    private static AddressPool pool(String range) {
        return AddressPool.of(AddressRange.parse(range));
    }

    private static InetAddress address(String text) {
        return AddressRange.parse(text).base();
    }

    @Test
    void givesEachAddressOnceInTheirOrder() {
        AddressPool pool = pool("127.21.0.0/16");

        assertThat(Stream.generate(pool::next).limit(3))
                .containsExactly(address("127.21.0.1"), address("127.21.0.2"), address("127.21.0.3"));
    }

    @Test
    void leavesOutWhatPeopleTakeForTheAddressesOfANetwork() {
        AddressPool pool = pool("127.21.0.0/16");

        assertThat(Stream.generate(pool::next).limit(600))
                .contains(address("127.21.0.254"), address("127.21.1.1"))
                .doesNotContain(address("127.21.0.255"), address("127.21.1.0"), address("127.21.0.0"))
                .doesNotHaveDuplicates();
    }

    @Test
    void leavesOutWhatSomebodyHas() {
        AddressPool pool = pool("127.21.0.0/16");

        assertThat(pool.take(address("127.21.0.1"))).isTrue();
        assertThat(pool.take(address("127.21.0.1"))).isFalse();
        assertThat(pool.next()).isEqualTo(address("127.21.0.2"));
    }

    @Test
    void endsWithItsRange() {
        AddressPool pool = pool("127.21.0.4/30");
        Stream.generate(pool::next).limit(4).forEach(address -> {});

        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(pool::next)
                .withMessageStartingWith("127.21.0.4/30 has no more addresses than the 4 that are taken");
    }

    @Test
    void knowsIpv6() {
        assertThat(pool("fd00::/64").next()).isEqualTo(address("fd00::1"));
        assertThat(AddressPool.behind(address("fd00::ff"), 1)).isEqualTo(address("fd00::100"));
        assertThat(AddressPool.behind(address("127.0.0.255"), 1)).isEqualTo(address("127.0.1.0"));
    }
}

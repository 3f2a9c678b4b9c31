package org.wec7emu.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.PortRange;

/** Which port of the host stands for which of the device. */
class PortMapTests {
    private static final PortRange EPHEMERAL = PortRange.parse("49152-65535");

    private static PortMap published(PortRange ephemeral, String ports) {
        return new PortMap(
                2100, ephemeral, Optional.of(new PassivePublication(PortRange.parse(ports), Optional.empty())));
    }

    @Test
    void portsBelowTheEphemeralOnesAreMovedUp() {
        PortMap ports = new PortMap(2100, EPHEMERAL);

        assertThat(ports.onHost(21)).isEqualTo(2121);
        assertThat(ports.onHost(49152)).isEqualTo(49152);
        assertThat(ports.passive()).isEqualTo(EPHEMERAL);
    }

    @Test
    void asManyPassivePortsAreUsedAsArePublished() {
        PortMap ports = published(EPHEMERAL, "30000-30009");

        assertThat(ports.passive()).isEqualTo(PortRange.parse("49152-49161"));
        assertThat(ports.onHost(49152)).isEqualTo(30000);
        assertThat(ports.onHost(49161)).isEqualTo(30009);
        assertThat(ports.onHost(49162)).isEqualTo(49162);
        assertThat(ports.onHost(21)).isEqualTo(2121);
    }

    @Test
    void portsThatTheDeviceHasNotAreNotUsed() {
        assertThat(published(PortRange.parse("1024-1025"), "30000-30009").passive())
                .isEqualTo(PortRange.parse("1024-1025"));
    }

    @Test
    void theDeviceAnnouncesItsOwnAddressUnlessTold() throws Exception {
        InetAddress own = InetAddress.getByName("127.0.0.1");

        assertThat(published(EPHEMERAL, "30000").announced(own)).isEqualTo(own);
    }

    @Test
    void portZeroCantBePublished() {
        assertThatIllegalArgumentException().isThrownBy(() -> published(EPHEMERAL, "0-9"));
    }
}

package org.wec7emu.measure.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.wec7emu.measure.client.Endpoints.Named;

class EndpointsTests {
    @Test
    void writesPortAndEprt() throws IOException {
        InetAddress address = InetAddress.getByName("192.168.1.20");

        assertThat(Endpoints.port(address, 51213)).isEqualTo("192,168,1,20,200,13");
        assertThat(Endpoints.extended(address, 51213)).isEqualTo("|1|192.168.1.20|51213|");
        assertThat(Endpoints.extended(InetAddress.getByName("::1"), 51213)).isEqualTo("|2|0:0:0:0:0:0:0:1|51213|");
        assertThat(Endpoints.text(new InetSocketAddress(address, 21))).isEqualTo("192.168.1.20:21");
    }

    @Test
    void readsWhatPasvNames() {
        assertThat(Endpoints.passive("Entering Passive Mode (192,168,1,20,193,53)."))
                .contains(new Named("192.168.1.20", 49461));
        assertThat(Endpoints.passive("=192,168,1,20,193,53")).contains(new Named("192.168.1.20", 49461));
        assertThat(Endpoints.passive("Entering Passive Mode (192,168,1,20,300,53)."))
                .isEmpty();
        assertThat(Endpoints.passive("Entering Passive Mode.")).isEmpty();
    }

    @Test
    void readsWhatEpsvNames() {
        assertThat(Endpoints.extendedPassive("Entering extended passive mode (|||49465|)."))
                .contains(new Named("", 49465));
        assertThat(Endpoints.extendedPassive("(|||99999|)")).isEmpty();
        assertThat(Endpoints.extendedPassive("ok")).isEmpty();
    }
}

package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wec7emu.journal.DeviceEvent.DataConnectionOffered;

/**
 * A client that has the device dial somebody else. Unless the profile allows third parties, no address but the client's own
 * is taken, however it is written, and nobody is dialled.
 */
class BounceTests {
    private static final List<String> REFUSED = List.of(
            // other addresses of this machine, and what stands for all or none
            "PORT 127,0,0,2,%d,%d",
            "PORT 127,1,1,1,%d,%d",
            "PORT 0,0,0,0,%d,%d",
            "PORT 255,255,255,255,%d,%d",
            "PORT 224,0,0,1,%d,%d",
            // networks that are near a device
            "PORT 10,0,0,1,%d,%d",
            "PORT 169,254,169,254,%d,%d",
            "PORT 192,168,0,1,%d,%d",
            "PORT 192,0,2,7,%d,%d",
            // the client's own, if numbers ran over, were octal, or were cut
            "PORT 383,0,0,1,%d,%d",
            "PORT 127,0,256,1,%d,%d",
            "PORT 127,0,0,257,%d,%d",
            "PORT 127,0,0,4294967297,%d,%d",
            "PORT -129,0,0,1,%d,%d",
            "PORT 0x7f,0,0,1,%d,%d",
            "PORT 2130706433,%d,%d",
            "PORT 127,0,0,1,0,0,%d,%d",
            "PORT 127,0,0,1,%d,%d,127,0,0,2",
            "PORT 127,0,0,1;%d,%d",
            "PORT 127.0.0.1,%d,%d");

    private static final List<String> REFUSED_EXTENDED = List.of(
            "EPRT |1|127.0.0.2|%d|",
            "EPRT |1|0.0.0.0|%d|",
            "EPRT |1|::ffff:127.0.0.2|%d|",
            "EPRT |1|::ffff:127.0.0.1|%d|",
            "EPRT |1|::ffff:7f00:1|%d|",
            "EPRT |1|2130706433|%d|",
            "EPRT |1|0177.0.0.1|%d|",
            "EPRT |1|127.1|%d|",
            "EPRT |1|localhost|%d|",
            "EPRT |2|::1|%d|",
            "EPRT |2|::ffff:127.0.0.1|%d|",
            "EPRT |2|::|%d|",
            "EPRT |2|fe80::1%%lo|%d|",
            "EPRT |1|127.0.0.1|6%d|");

    @Test
    void noAddressButTheClientsIsTaken() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                Listeners victims = new Listeners();
                RawClient client = RawClient.loggedIn(device)) {
            int port = victims.port;
            List<String> commands = new ArrayList<>();
            REFUSED.forEach(text -> commands.add(text.formatted(port >> 8, port & 0xFF)));
            REFUSED_EXTENDED.forEach(text -> commands.add(text.formatted(port)));
            for (String command : commands) {
                assertThat(client.command(command)).as(command).matches("(501|522) .*");
                assertThat(client.command("LIST")).as(command).startsWith("425 ");
            }
            victims.wereLeftAlone();
            assertThat(device.journal().events(DataConnectionOffered.class)).isEmpty();
        }
    }

    @Test
    void ofRandomAddressesNoneIsTakenEither() throws Exception {
        Random random = new Random(1997);
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            for (int i = 0; i < 500; i++) {
                byte[] address = new byte[random.nextInt(4) == 0 ? 16 : 4];
                random.nextBytes(address);
                address[0] = random.nextInt(4) == 0 ? 127 : address[0];
                InetAddress other = InetAddress.getByAddress(address);
                int port = 1024 + random.nextInt(64_000);
                if (!other.getHostAddress().equals(client.localHost())) {
                    boolean plain = address.length == 4 && random.nextBoolean();
                    String reply = plain
                            ? client.port(other, port)
                            : client.command("EPRT |" + (other.getAddress().length == 4 ? 1 : 2) + "|"
                                    + other.getHostAddress() + "|" + port + "|");
                    assertThat(reply).as(other + " " + port).matches("(501|522) .*");
                }
            }
            assertThat(device.journal().events(DataConnectionOffered.class)).isEmpty();
        }
    }

    @Test
    void aRefusedAddressLeavesTheOneBeforeItAsItWas() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device);
                java.net.ServerSocket own = client.listen()) {
            client.port(own);
            assertThat(client.command("PORT 127,0,0,2,100,1")).startsWith("501 ");
            assertThat(client.command("LIST")).startsWith("150 ");
            RawClient.accepted(own).close();
            client.expect("226");
        }
    }

    /** On one port of all addresses of this machine, as far as it has them. */
    private static final class Listeners implements AutoCloseable {
        private final ServerSocketChannel all;
        private final int port;

        Listeners() throws IOException {
            all = ServerSocketChannel.open();
            all.bind(new InetSocketAddress(0));
            all.configureBlocking(false);
            port = ((InetSocketAddress) all.getLocalAddress()).getPort();
        }

        void wereLeftAlone() throws IOException {
            assertThat(all.accept()).isNull();
        }

        @Override
        public void close() throws IOException {
            all.close();
        }
    }
}

package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.device.Device;
import org.wec7emu.fault.Fault;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Enforcer;
import org.wec7emu.firewall.enforce.Placement;
import org.wec7emu.firewall.enforce.choice.Enforcers;
import org.wec7emu.profile.ProfileCatalog;

/** Where the kernel guards the whole address of a device, its control API is reached there all the same. */
class BesideTheFirewallTests {
    private static final Optional<String> TOKEN = Optional.of("a-token-of-this-test");
    private static final int SILENCE_MILLIS = 300;

    private final InetAddress own = address("127." + random(96, 128) + "." + random(0, 256) + "." + random(2, 255));
    private Enforcer enforcer;

    @BeforeEach
    void findTheLevel() {
        try {
            enforcer = Enforcers.named(EnforcementLevel.NFTABLES, new Placement(own, true));
        } catch (EnforcementException e) {
            Assumptions.abort("needs the enforcement level nftables (CAP_NET_ADMIN, libnftables1): " + e.getMessage());
        }
    }

    private static int random(int from, int to) {
        return ThreadLocalRandom.current().nextInt(from, to);
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Device device() throws Exception {
        return Device.builder(ProfileCatalog.bundled().find(Controlled.V604H))
                .bind(own)
                .enforcer(enforcer)
                .state("factory")
                .start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "the device's own"})
    void itIsAskedAtTheAddressOfItsDevice(String bound) throws Exception {
        InetAddress at = bound.startsWith("the") ? own : address(bound);
        try (Device device = device();
                ControlServer control = ControlServer.start(device, new InetSocketAddress(at, 0), TOKEN)) {
            assertAnswers(control);
            assertSilent(21);

            try (var down = device.faults().start(new Fault.LinkDown())) {
                assertThat(down.fault()).isEqualTo(new Fault.LinkDown());
                assertAnswers(control);
                assertSilent(443);
            }
            device.restart();

            assertAnswers(control);
            assertSilent(21);
        }
    }

    @Test
    void thatOfAFleetIsAskedAtTheAddressOfADeviceWhereItIsBoundToThat() throws Exception {
        try (Device device = device();
                ControlServer control =
                        ControlServer.startFleet(Map.of("line", device), new InetSocketAddress(own, 0), TOKEN)) {
            assertAnswers(control);
        }
    }

    @Test
    void thatOfAFleetIsOtherwiseAskedAtTheMachinesAddressAlone() throws Exception {
        InetAddress all = address("0.0.0.0");
        try (Device device = device();
                ControlServer control =
                        ControlServer.startFleet(Map.of("line", device), new InetSocketAddress(all, 0), TOKEN)) {
            assertSilent(control.address().getPort());
            assertThat(status("127.0.0.1", control)).isEqualTo(200);
        }
    }

    private void assertAnswers(ControlServer control) throws Exception {
        assertThat(status(own.getHostAddress(), control)).isEqualTo(200);
    }

    private static int status(String host, ControlServer control) throws Exception {
        URI uri = URI.create("http://" + host + ":" + control.address().getPort() + "/");
        HttpClient client = HttpClient.newHttpClient();
        return client.send(
                        HttpRequest.newBuilder(uri)
                                .timeout(Controlled.LIMIT)
                                .header("Authorization", "Bearer " + TOKEN.orElseThrow())
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private void assertSilent(int port) {
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> {
            try (Socket client = new Socket()) {
                client.connect(new InetSocketAddress(own, port), SILENCE_MILLIS);
            }
        });
    }
}

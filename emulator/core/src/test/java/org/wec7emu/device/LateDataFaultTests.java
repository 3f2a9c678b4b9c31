package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.journal.DeviceEvent.FaultStruck;

/** Data connections open late. */
class LateDataFaultTests {
    private static final Fault LATE = new Fault.LateData(Duration.ofMinutes(10));

    @Test
    void anActiveOneIsAnnouncedAndNotDialledUntilThen() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            device.faults().start(LATE);
            client.port(listener);
            assertThat(client.command("LIST")).startsWith("150 ");
            listener.setSoTimeout(RawClient.SILENCE_MILLIS);
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);

            device.faults().end(FaultKind.LATE_DATA);

            listener.setSoTimeout((int) Devices.LIMIT.toMillis());
            RawClient.accepted(listener).close();
            client.expect("226");
            assertThat(device.journal().events(FaultStruck.class)).hasSize(1);
        }
    }

    @Test
    void aPassiveOneIsNotTakenNoticeOfUntilThen() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.BASELINE));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(LATE);
            try (Socket ignored = RawClient.connected(client.passive())) {
                client.send("LIST\r\n");
                assertThat(client.isSilent()).isTrue();

                device.faults().end(FaultKind.LATE_DATA);

                client.expect("125");
                client.expect("226");
            }
        }
    }

    @Test
    void afterTheDelayItOpensByItself() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            Duration delay = Duration.ofMillis(200);
            device.faults().start(new Fault.LateData(delay));
            long begin = System.nanoTime();

            assertThat(client.receive("LIST")).isEmpty();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(delay);
        }
    }

    @Test
    void aDeviceCanBeClosedMeanwhile() throws Exception {
        Device device = Devices.started(Devices.image(Devices.V604H));
        try (RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            device.faults().start(LATE);
            client.port(listener);
            client.command("LIST");

            device.close();

            assertThat(client.isEnded()).isTrue();
        }
        device.close();
    }
}

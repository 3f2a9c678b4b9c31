package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.Faults;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;
import org.wec7emu.journal.DeviceEvent.TransferFailed;

/** Faults that come and go while clients are at work: what was only slowed down or stopped goes on, and nothing is lost. */
class FaultsUnderLoadTests {
    private static final int CLIENTS = 4;
    private static final byte[] CONTENT = Uploads.content(400_000);
    private static final List<Fault> PASSING = List.of(
            new Fault.SlowLink(Fault.SlowLink.FASTEST, Duration.ofMillis(1)),
            new Fault.LinkDown(),
            new Fault.SlowCard(20_000_000),
            new Fault.NoAnswer(),
            new Fault.LateData(Duration.ofMinutes(1)),
            new Fault.SlowLink(8_000, Duration.ofMinutes(1)));

    @ParameterizedTest
    @EnumSource
    void everyTransferIsWholeAndAllGoOnAfterEachFault(EnforcementLevel level) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        AtomicBoolean done = new AtomicBoolean();
        try (Device device =
                Devices.builder(Devices.image(Devices.V604H), level).start()) {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                String name = "f" + i + ".bin";
                working.add(clients.submit(() -> work(device, name, done)));
            }
            for (int round = 0; round < 3; round++) {
                for (Fault fault : PASSING) {
                    try (Faults.Running running = device.faults().start(fault)) {
                        assertThat(device.faults().active()).contains(running.fault());
                    }
                    awaitOneMore(device);
                }
            }
            done.set(true);
            assertThat(device.journal().events(TransferFailed.class)).isEmpty();
            for (Future<?> each : working) {
                each.get(Devices.LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
            assertThat(device.journal().events(TransferFailed.class)).isEmpty();
        } finally {
            clients.shutdownNow();
        }
    }

    private static void awaitOneMore(Device device) {
        int before = device.journal().events(TransferCompleted.class).size();
        assertThat(Devices.comesTrue(
                        () -> device.journal().events(TransferCompleted.class).size() > before))
                .isTrue();
    }

    /** Uploads and downloads, and looks whether what comes back is what was sent. */
    private static Void work(Device device, String name, AtomicBoolean done) throws IOException {
        try (RawClient client = RawClient.loggedIn(device)) {
            while (!done.get()) {
                transfer(client, "STOR " + name, data -> data.getOutputStream().write(CONTENT));
                transfer(client, "RETR " + name, data -> assertThat(
                                data.getInputStream().readAllBytes())
                        .isEqualTo(CONTENT));
            }
        }
        return null;
    }

    private interface Step {
        void with(Socket data) throws IOException;
    }

    private static void transfer(RawClient client, String command, Step step) throws IOException {
        try (ServerSocket listener = client.listen()) {
            assertThat(client.port(listener)).startsWith("200 ");
            assertThat(client.command(command)).startsWith("150 ");
            try (Socket data = RawClient.accepted(listener)) {
                step.with(data);
            }
            client.expect("226");
        }
    }
}

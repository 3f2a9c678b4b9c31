package org.wec7emu.measure.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.wec7emu.device.Device;
import org.wec7emu.device.PortOffset;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.measure.behaviour.Side.Remote;

/** A measurement that is interrupted, as by Ctrl-C: nothing of it is left, here or on a server. Looks at all of this JVM's devices. */
@Isolated
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class InterruptedMeasurementTests {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static Set<Path> storages() throws IOException {
        String own = "wec7emu-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith(own))
                    .collect(Collectors.toSet());
        }
    }

    /** @return whether it said that it was interrupted */
    private static boolean interrupted(Side second, Measurement measurement, CountDownLatch moment) throws Exception {
        AtomicBoolean said = new AtomicBoolean();
        Side first = Images.of(Images.V604H);
        Thread thread = new Thread(() -> {
            try {
                measurement.between(first, second);
            } catch (InterruptedException e) {
                said.set(true);
            }
        });
        thread.start();
        assertThat(moment.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        thread.interrupt();
        thread.join(LIMIT.toMillis());
        assertThat(thread.isAlive()).isFalse();
        return said.get();
    }

    @Test
    void leaves_no_device_and_no_files() throws Exception {
        Set<Path> before = storages();
        CountDownLatch begun = new CountDownLatch(8);
        Measurement measurement = new Measurement((side, what, begins) -> {
            if (begins) {
                begun.countDown();
            }
        });

        assertThat(interrupted(Images.of(Images.BASELINE), measurement, begun)).isTrue();

        assertThat(storages()).isEqualTo(before);
    }

    @Test
    void removes_what_it_made_on_a_server() throws Exception {
        try (Device device = Device.builder(Images.of(Images.BASELINE).delivered())
                .portOffset(PortOffset.ANY_FREE)
                .start()) {
            CountDownLatch made = new CountDownLatch(1);
            device.journal().listen(event -> {
                if (event instanceof CommandReceived command && command.verb().equals("STOR")) {
                    made.countDown();
                }
            });
            Remote side = new Remote(
                    "a device",
                    new InetSocketAddress(device.host(), device.port()),
                    device.user(),
                    device.password(),
                    Optional.of("/"));

            assertThat(interrupted(side, Images.MEASUREMENT, made)).isTrue();

            assertThat(device.ftpRoot()).isEmptyDirectory();
        }
    }
}

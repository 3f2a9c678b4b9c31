package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.choice.Enforcers;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.Ending;
import org.wec7emu.profile.DeviceProfile;

/** More clients at a time than any device has had, and slower ones. They cost no threads, little memory, and nothing for ever. */
@Isolated
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CrowdTests {
    private static final int CLIENTS = 10_000;
    /** No profile can have more than 1,000 sessions at a time. */
    private static final int DEVICES = 10;

    /** Each with a socket, its session and what it said. */
    private static final long MOST_BYTES_A_SESSION = 32 * 1024;

    private static final int SLOW_CLIENTS = 200;

    @BeforeEach
    void theMachineHasDescriptorsForAll() throws IOException {
        String limit = Files.readAllLines(Path.of("/proc/self/limits")).stream()
                .filter(line -> line.startsWith("Max open files"))
                .map(line -> line.split(" {2,}")[1].strip())
                .findFirst()
                .orElse("0");
        Assumptions.assumeTrue(
                limit.equals("unlimited") || Long.parseLong(limit) > CLIENTS + 1_000,
                "needs " + (CLIENTS + 1_000) + " open files a process; this one may have " + limit + " (ulimit -n)");
    }

    @Test
    void tenThousandSurplusClientsAreTurnedAwayWhileASessionGoesOn() throws Exception {
        try (Device device = started(Devices.withFtp("max-sessions: 2"));
                RawClient guest = RawClient.loggedIn(device);
                RawClient second = RawClient.loggedIn(device)) {
            int descriptors = Devices.descriptorCount();
            List<String> threads = withoutWorkers();
            try (Crowd crowd = Crowd.of(CLIENTS, List.of(device))) {
                for (int i = 0; i < 100; i++) {
                    assertThat(guest.command("PWD")).startsWith("257 ");
                }
                assertThat(crowd.greeted()).isZero();
            }
            assertThat(refused(device)).isEqualTo(CLIENTS);
            assertThat(withoutWorkers()).isEqualTo(threads);
            assertThat(Devices.comesTrue(() -> Devices.descriptorCount() <= descriptors))
                    .isTrue();
            assertThat(guest.receive("LIST")).isEmpty();
            assertThat(second.command("QUIT")).startsWith("221 ");
        }
    }

    @Test
    void tenThousandSessionsAtATimeCostNoThreadAndLittleMemory() throws Exception {
        DeviceProfile profile = Devices.withFtp("max-sessions: " + CLIENTS / DEVICES);
        List<Device> devices = new ArrayList<>();
        try (Device spare = started(profile);
                RawClient guest = RawClient.loggedIn(spare)) {
            for (int i = 0; i < DEVICES; i++) {
                devices.add(started(profile));
            }
            int descriptors = Devices.descriptorCount();
            List<String> threads = withoutWorkers();
            long before = usedHeap();
            try (Crowd crowd = Crowd.of(CLIENTS, devices)) {
                assertThat(crowd.greeted()).isEqualTo(CLIENTS);
                long each = (usedHeap() - before) / CLIENTS;
                System.out.println(CLIENTS + " sessions at a time: " + each + " bytes of heap each");
                assertThat(each).isLessThan(MOST_BYTES_A_SESSION);
                assertThat(withoutWorkers()).isEqualTo(threads);
                assertThat(guest.command("PWD")).startsWith("257 ");
                assertThat(guest.receive("NLST")).isEmpty();
            }
            assertThat(Devices.comesTrue(
                            () -> devices.stream().mapToLong(CrowdTests::closed).sum() == CLIENTS))
                    .isTrue();
            assertThat(Devices.comesTrue(() -> Devices.descriptorCount() <= descriptors))
                    .isTrue();
        } finally {
            for (Device device : devices) {
                device.close();
            }
        }
    }

    @Test
    void clientsThatSendAByteAtATimeHoldNoThread() throws Exception {
        List<RawClient> slow = new ArrayList<>();
        try (Device device = started(Devices.withFtp("max-sessions: " + (SLOW_CLIENTS + 1)));
                RawClient quick = RawClient.greeted(device)) {
            for (int i = 0; i < SLOW_CLIENTS; i++) {
                slow.add(RawClient.greeted(device));
            }
            List<String> threads = Devices.threads();
            for (byte next : ("USER " + device.user() + "\r\n").getBytes(StandardCharsets.US_ASCII)) {
                for (RawClient client : slow) {
                    client.sendBytes(new byte[] {next});
                }
                assertThat(quick.command("NOOP")).startsWith("530 ");
                assertThat(Devices.threads()).isEqualTo(threads);
            }
            for (RawClient client : slow) {
                client.expect("331");
            }
        } finally {
            for (RawClient client : slow) {
                client.close();
            }
        }
    }

    /** Without firewall, as the crowd is no test of it, and any level would do. */
    private static Device started(DeviceProfile profile) throws IOException {
        return Device.builder(profile)
                .portOffset(PortOffset.ANY_FREE)
                .enforcer(Enforcers.named(EnforcementLevel.BACKLOG))
                .firewall(profile.firewall().withEnabled(false))
                .start();
    }

    private static long refused(Device device) {
        assertThat(Devices.comesTrue(() -> closed(device) >= CLIENTS)).isTrue();
        return device.journal().events(ConnectionClosed.class).stream()
                .filter(event -> event.ending() == Ending.REFUSED)
                .count();
    }

    private static long closed(Device device) {
        return device.journal().events(ConnectionClosed.class).size();
    }

    private static List<String> withoutWorkers() {
        return Devices.threads().stream()
                .filter(name -> !name.startsWith("wec7emu-worker-"))
                .toList();
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.enforce.backlog.BacklogEnforcer;
import org.wec7emu.profile.DeviceProfile;

/** Many devices in one process. */
class DeviceHostTests {
    private static final int MANY = 40;

    private final AddressPool addresses = AddressPool.of(AddressRange.parse("127.53.0.0/16"));
    private final DeviceHost host = new DeviceHost();
    private List<String> before;

    @BeforeEach
    void lookAround() throws Exception {
        Devices.started(Devices.image(Devices.V604H)).close(); // what the JVM keeps once loaded is there now
        before = Devices.descriptors();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        host.close();
        assertThat(Devices.threads()).isEmpty();
        assertThat(Devices.scratchDirectories()).isEmpty();
        List<String> left = Devices.descriptors();
        before.forEach(left::remove);
        assertThat(left).isEmpty();
    }

    private List<DeviceBuilder> plans(int count) {
        DeviceProfile profile = Devices.image(Devices.V604H);
        List<DeviceBuilder> plans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            plans.add(Device.builder(profile).bind(addresses.next()));
        }
        return plans;
    }

    @Test
    void startsThemAllEachWithItsOwnAddressFilesAndFirewall() throws Exception {
        AtomicInteger told = new AtomicInteger();

        List<Device> devices = host.start(plans(MANY), running -> told.accumulateAndGet(running, Math::max));

        assertThat(devices).extracting(Device::host).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(host.devices()).isEqualTo(devices);
        assertThat(told).hasValue(MANY);
        Device first = devices.get(0);
        Device last = devices.get(MANY - 1);
        try (RawClient client = RawClient.loggedIn(first)) {
            client.store("a.txt", "first");
        }
        assertThat(first.ftpRoot().resolve("a.txt")).hasContent("first");
        assertThat(last.ftpRoot().resolve("a.txt")).doesNotExist();
        last.firewall(last.firewall().withEnabled(false));
        assertThat(first.firewall().enabled()).isTrue();
        assertThat(last.journal().events()).noneMatch(first.journal().events()::contains);
    }

    @Test
    void oneMoreCostsNoThread() throws Exception {
        host.start(plans(3), running -> {});
        int few = Devices.threads().size();

        host.start(plans(MANY), running -> {});

        assertThat(Devices.threads()).hasSizeLessThanOrEqualTo(few);
    }

    @Test
    void startsNoneWhenOneOfThemCannotBeHad() throws Exception {
        List<DeviceBuilder> plans = plans(MANY);
        InetAddress taken = addresses.next();
        try (ServerSocket blocker = new ServerSocket()) {
            blocker.bind(new InetSocketAddress(taken, 2121));
            plans.add(
                    7,
                    Device.builder(Devices.image(Devices.V604H))
                            .bind(taken)
                            .enforcer(new BacklogEnforcer())
                            .portOffset(PortOffset.USUAL));

            assertThatExceptionOfType(DeviceStartException.class)
                    .isThrownBy(() -> host.start(plans, running -> {}))
                    .withMessageStartingWith("device 8 of " + (MANY + 1) + ": port 2121 of " + taken.getHostAddress()
                            + " (the device's port 21) is in use");
        }
        assertThat(host.devices()).isEmpty();
        assertThat(Devices.threads()).isEmpty();
    }

    @Test
    void startsNoneOnceItIsClosed() throws Exception {
        host.close();

        assertThatExceptionOfType(DeviceStartException.class)
                .isThrownBy(() -> host.start(plans(2), running -> {}))
                .withMessageContaining("the host of these devices was closed meanwhile");
    }

    @Test
    void endsThoseThatAreJustStarting() throws Exception {
        AtomicInteger running = new AtomicInteger();
        Thread closing = new Thread(() -> {
            try {
                host.close();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        assertThatExceptionOfType(DeviceStartException.class)
                .isThrownBy(() -> host.start(plans(200), number -> {
                    if (running.incrementAndGet() == 5) {
                        closing.start();
                    }
                }))
                .withMessageContaining("closed meanwhile");

        closing.join(Devices.LIMIT.toMillis());
        assertThat(closing.isAlive()).isFalse();
    }

    @Test
    void whatTheDevicesOpenedIsInOneDirectoryOfTheProcess() throws Exception {
        List<Device> devices = host.start(plans(2), running -> {});

        Path first = devices.get(0).ftpRoot();
        Path second = devices.get(1).ftpRoot();
        assertThat(first).isNotEqualTo(second);
        assertThat(Devices.scratchDirectories()).hasSize(1);
    }
}

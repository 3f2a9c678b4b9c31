package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wec7emu.journal.Journal;

/** A device that can't start says why and leaves nothing half-started. */
class StartFailureTests {
    private final Journal journal = new Journal();
    private List<String> before;

    @BeforeEach
    void lookAround() throws Exception {
        Devices.started(Devices.image(Devices.V604H)).close(); // what the JVM keeps once loaded is there now
        before = Devices.descriptors();
    }

    @AfterEach
    void nothingIsHalfStarted() throws Exception {
        assertThat(Devices.threads()).isEmpty();
        assertThat(Devices.scratchDirectories()).isEmpty();
        List<String> left = Devices.descriptors();
        before.forEach(left::remove); // some of those, of earlier tests, may have gone meanwhile
        assertThat(left).isEmpty();
        assertThat(journal.events()).isEmpty();
    }

    private DeviceBuilder device() {
        return Device.builder(Devices.image(Devices.V604H)).journal(journal).portOffset(PortOffset.ANY_FREE);
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        int offset = freeOffset();
        try (ServerSocket blocker = new ServerSocket(offset + 21, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(DeviceStartException.class)
                    .isThrownBy(() -> device().portOffset(PortOffset.of(offset)).start())
                    .withMessage("port " + blocker.getLocalPort() + " of 127.0.0.1 (the device's port 21) is in use,"
                            + " perhaps by another device; end that program, or choose other ports with --port-offset N,"
                            + " or another address with --bind 127.0.0.N");
        }
    }

    @Test
    void namesTheDataPortThatIsTaken() throws Exception {
        int offset = freeOffset();
        try (ServerSocket blocker = new ServerSocket(offset + 20, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(DeviceStartException.class)
                    .isThrownBy(() -> device().portOffset(PortOffset.of(offset)).start())
                    .withMessageStartingWith("port " + blocker.getLocalPort() + " of 127.0.0.1 (the device's port 20)");
        }
    }

    @Test
    void refusesAnAddressOfAnotherMachine() {
        assertThatExceptionOfType(DeviceStartException.class)
                .isThrownBy(
                        () -> device().bind(InetAddress.getByName("192.0.2.1")).start())
                .withMessage("192.0.2.1 is no address of this machine; give one of its own with --bind, such as"
                        + " 127.0.0.1");
    }

    @Test
    void refusesARootThatIsNotThere() {
        assertThatIOException()
                .isThrownBy(() -> device().root(Path.of("/nonexistent/root")).start())
                .withMessage("root directory /nonexistent/root doesn't exist; make it first: mkdir -p"
                        + " /nonexistent/root");
    }

    @Test
    void refusesAStateThatTheProfileHasNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> device().state("broken").start())
                .withMessage("image " + Devices.V604H + " has no state 'broken'; it has: factory, ftp-ready");
    }

    @Test
    void aSecondDeviceOnTheSamePortsLeavesTheFirstAlone() throws Exception {
        try (Device first = device().journal(new Journal()).start()) {
            assertThatExceptionOfType(DeviceStartException.class).isThrownBy(() -> device().portOffset(
                            PortOffset.of(first.ports().offset()))
                    .start());

            RawClient.greeted(first).close();
        }
    }

    private static int freeOffset() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            return device.ports().offset();
        }
    }
}

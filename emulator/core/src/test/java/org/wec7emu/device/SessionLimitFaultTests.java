package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.journal.DeviceEvent.ConnectionOpened;
import org.wec7emu.journal.DeviceEvent.FaultStruck;

/** All sessions are said to be taken. */
class SessionLimitFaultTests {
    @Test
    void aFurtherClientIsTurnedAwayAndOneThatIsInStays() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient inside = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.SessionLimit());

            try (RawClient surplus = new RawClient(device)) {
                assertThat(surplus.reply()).isEqualTo("421 Service not available, closing control connection.");
                assertThat(surplus.isEnded()).isTrue();
            }
            assertThat(inside.command("NOOP")).startsWith("200 ");
            assertThat(device.journal().events(FaultStruck.class))
                    .extracting(FaultStruck::session)
                    .containsExactly(2L);

            device.faults().end(FaultKind.SESSION_LIMIT);
            RawClient.loggedIn(device).close();
        }
    }

    @Test
    void whereSurplusClientsWaitTheyAreGreetedWhenItIsOver() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("surplus-session: waits"))) {
            device.faults().start(new Fault.SessionLimit());
            try (RawClient waiting = new RawClient(device)) {
                assertThat(device.journal().await(ConnectionOpened.class, event -> true, Devices.LIMIT))
                        .isPresent();
                assertThat(waiting.isSilent()).isTrue();

                device.faults().end(FaultKind.SESSION_LIMIT);

                assertThat(waiting.reply()).startsWith("220 ");
            }
        }
    }
}

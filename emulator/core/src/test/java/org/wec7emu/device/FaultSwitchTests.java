package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.fault.FaultText;
import org.wec7emu.fault.Faults;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.FaultEnded;
import org.wec7emu.journal.DeviceEvent.FaultStarted;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;

/** Starting and ending faults, whatever they are. */
class FaultSwitchTests {
    @Test
    void theJournalHasTheBeginningAndTheEnd() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            device.faults().start(new Fault.SlowCard(1024)).close();

            assertThat(device.journal().events(FaultStarted.class))
                    .extracting(FaultStarted::fault, FaultStarted::parameters, FaultStarted::limits)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("slow-card", "rate=1KiB", ""));
            assertThat(device.journal().events(FaultEnded.class))
                    .extracting(FaultEnded::fault)
                    .containsExactly("slow-card");
        }
    }

    @Test
    void ofOneKindTheSecondTakesThePlaceOfTheFirst() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            Faults.Running first = device.faults().start(new Fault.SlowCard(1));
            Fault second = new Fault.SlowCard(2);
            device.faults().start(second);
            first.close();

            assertThat(device.faults().active()).containsExactly(second);
        }
    }

    @Test
    void oneEndsByItselfWhenItsTimeIsOver() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            device.faults().start(FaultText.parse("no-answer,for=50ms"));

            assertThat(device.journal().await(FaultEnded.class, event -> true, Devices.LIMIT))
                    .isPresent();
            RawClient.loggedIn(device).close();
        }
    }

    @Test
    void thoseThatAreOnAreListedInTheirOrder() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            device.faults().start(new Fault.NoAnswer());
            device.faults().start(new Fault.CardRemoved());

            assertThat(device.faults().active()).isEqualTo(List.of(new Fault.CardRemoved(), new Fault.NoAnswer()));
            assertThat(device.faults().end(FaultKind.CARD_REMOVED)).isTrue();
            assertThat(device.faults().end(FaultKind.CARD_REMOVED)).isFalse();
        }
    }

    @Test
    void allEndWithTheDeviceAndNoneBeginsAfterwards() throws Exception {
        Device device = Devices.started(Devices.image(Devices.V604H));
        for (FaultKind kind : FaultKind.values()) {
            device.faults().start(FaultText.parse(kind.example()));
        }

        device.close();

        assertThat(device.faults().active()).isEmpty();
        assertThat(device.journal().events(FaultEnded.class)).hasSize(FaultKind.values().length);
        assertThatIllegalStateException().isThrownBy(() -> device.faults().start(new Fault.NoAnswer()));
    }

    @Test
    void whenAllHaveComeAndGoneTheDeviceIsAsItWas() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            for (FaultKind kind : FaultKind.values()) {
                device.faults()
                        .start(kind.with(FaultText.parse(kind.example()).fault().parameters()));
            }
            device.faults().endAll();

            try (RawClient client = RawClient.loggedIn(device)) {
                client.store("a.txt", "content");
                assertThat(client.receive("RETR a.txt")).isEqualTo("content");
            }
            assertThat(device.journal().events(TransferCompleted.class)).hasSize(2);
        }
    }

    @Test
    void aFaultThatLastsLongerThanItsDeviceHarmsNobody() throws Exception {
        Device device = Devices.started(Devices.image(Devices.V604H));
        device.faults().start(new Fault.LinkDown(), Duration.ofMinutes(10));
        device.close();

        assertThat(device.journal().events().stream().map(DeviceEvent::getClass))
                .contains(FaultEnded.class);
    }
}

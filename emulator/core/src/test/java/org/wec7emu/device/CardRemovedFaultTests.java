package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.fault.Faults;
import org.wec7emu.journal.DeviceEvent.FaultStruck;

/** The card is out of the device. */
class CardRemovedFaultTests {
    private static final String GONE =
            "550 Requested action not taken. File unavailable (e.g., file not found, no access).";

    @Test
    void whatWasOnItIsNotThereUntilItIsPutBack() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            client.store("a.txt", "kept");
            client.command("MKD d");
            try (Faults.Running ignored = device.faults().start(new Fault.CardRemoved())) {
                client.port(listener);
                for (String line : new String[] {"LIST", "RETR a.txt", "STOR b.txt", "CWD d", "MKD e", "DELE a.txt"}) {
                    assertThat(client.command(line)).as(line).isEqualTo(GONE);
                }
                assertThat(client.command("PWD")).startsWith("257 ");
                assertThat(ignored.fault()).isEqualTo(new Fault.CardRemoved());
            }
            assertThat(client.receive("RETR a.txt")).isEqualTo("kept");
            assertThat(client.command("DELE a.txt")).startsWith("250 ");
            assertThat(device.journal().events(FaultStruck.class)).hasSize(6);
        }
    }

    @Test
    void aTransferThatIsUnderWayBreaksOff() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            client.port(listener);
            client.command("STOR half.bin");
            try (Socket data = RawClient.accepted(listener)) {
                data.getOutputStream().write(new byte[10]);
                assertThat(Devices.comesTrue(() ->
                                device.ftpRoot().resolve("half.bin").toFile().length() == 10))
                        .isTrue();
                device.faults().start(new Fault.CardRemoved());
                data.getOutputStream().write(new byte[10]);

                assertThat(client.reply()).isEqualTo("451 Requested action aborted: local error in processing.");
            }
            device.faults().end(FaultKind.CARD_REMOVED);
            assertThat(client.command("DELE half.bin")).startsWith("250 ");
        }
    }

    @Test
    void theProfileHasTheReplies() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("replies: {card-removed: 451 No card.}"));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.CardRemoved());

            assertThat(client.command("CWD d")).isEqualTo("451 No card.");
        }
    }

    @Test
    void ramIsStillThere() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("directory: '\\Temp'"));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.CardRemoved());

            client.store("a.txt", "in RAM");
            assertThat(client.receive("RETR a.txt")).isEqualTo("in RAM");
        }
    }
}

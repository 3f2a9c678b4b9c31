package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.Faults;
import org.wec7emu.journal.DeviceEvent.FaultStruck;
import org.wec7emu.profile.DeviceProfile;

/** The card is said to be full, whatever its size. */
class CardFullFaultTests {
    private static final String FULL = "452 Requested action not taken. Insufficient storage space in system.";

    private static DeviceProfile card(String fullCard) {
        return Devices.with("storage: {full-card: " + fullCard + "}\n");
    }

    @Test
    void anUploadIsRefusedUntilTheFaultIsOver() throws Exception {
        try (Device device = Devices.started(card("undone"));
                RawClient client = RawClient.loggedIn(device)) {
            try (Faults.Running full = device.faults().start(new Fault.CardFull(0))) {
                assertThat(Uploads.upload(client, "a.bin", new byte[1])).isEqualTo(FULL);
                assertThat(device.ftpRoot().resolve("a.bin")).doesNotExist();
                assertThat(full.fault()).isEqualTo(new Fault.CardFull(0));
            }
            assertThat(Uploads.upload(client, "a.bin", new byte[1])).startsWith("226 ");
            assertThat(device.journal().events(FaultStruck.class))
                    .extracting(FaultStruck::because)
                    .containsExactly("the card takes no more");
        }
    }

    @Test
    void whatIsFreeCanBeFilled() throws Exception {
        try (Device device = Devices.started(card("undone"));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.CardFull(100));

            assertThat(Uploads.upload(client, "a.bin", new byte[60])).startsWith("226 ");
            assertThat(Uploads.upload(client, "b.bin", new byte[60])).isEqualTo(FULL);
        }
    }

    @Test
    void aFileThatWasToBeReplacedStays() throws Exception {
        try (Device device = Devices.started(card("undone"));
                RawClient client = RawClient.loggedIn(device)) {
            client.store("recipe.txt", "precious");
            device.faults().start(new Fault.CardFull(3));

            assertThat(Uploads.upload(client, "recipe.txt", new byte[60])).isEqualTo(FULL);
            assertThat(client.receive("RETR recipe.txt")).isEqualTo("precious");
        }
    }

    @Test
    void orIsHalfWrittenWhereTheProfileSaysSo() throws Exception {
        try (Device device = Devices.started(card("half-written"));
                RawClient client = RawClient.loggedIn(device)) {
            client.store("recipe.txt", "precious");
            device.faults().start(new Fault.CardFull(3));

            assertThat(Uploads.upload(client, "recipe.txt", new byte[60])).isEqualTo(FULL);
            assertThat(device.ftpRoot().resolve("recipe.txt")).hasSize(3);
        }
    }

    @Test
    void anUploadThatIsUnderWayBreaksOffToo() throws Exception {
        try (Device device = Devices.started(card("undone"));
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            client.port(listener);
            client.command("STOR long.bin");
            try (Socket data = RawClient.accepted(listener)) {
                data.getOutputStream().write(new byte[10]);
                assertThat(Devices.comesTrue(() ->
                                device.ftpRoot().resolve("long.bin").toFile().length() == 10))
                        .isTrue();
                device.faults().start(new Fault.CardFull(0));
                data.getOutputStream().write(new byte[10]);

                assertThat(client.reply()).isEqualTo(FULL);
            }
            assertThat(device.ftpRoot().resolve("long.bin")).doesNotExist();
        }
    }
}

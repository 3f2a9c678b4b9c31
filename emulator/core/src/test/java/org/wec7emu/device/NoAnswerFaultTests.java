package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.ConnectionOpened;
import org.wec7emu.journal.DeviceEvent.Ending;

/** The FTP server hangs. */
class NoAnswerFaultTests {
    @Test
    void commandsAreNeitherAnsweredNorObeyedUntilItIsOver() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.NoAnswer());
            client.send("MKD made\r\nPWD\r\n");
            assertThat(client.isSilent()).isTrue();
            assertThat(device.ftpRoot().resolve("made")).doesNotExist();

            device.faults().end(FaultKind.NO_ANSWER);

            assertThat(client.reply()).isEqualTo("257 \"/made\" created.");
            assertThat(client.reply()).isEqualTo("257 \"/\".");
            assertThat(client.command("NOOP")).startsWith("200 ");
        }
    }

    @Test
    void aNewClientIsAcceptedAndNotGreeted() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            device.faults().start(new Fault.NoAnswer());
            try (RawClient client = new RawClient(device)) {
                assertThat(device.journal().await(ConnectionOpened.class, event -> true, Devices.LIMIT))
                        .isPresent();
                assertThat(client.isSilent()).isTrue();

                device.faults().end(FaultKind.NO_ANSWER);

                assertThat(client.reply()).startsWith("220 ");
            }
        }
    }

    @Test
    void aTransferStandsStill() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            client.port(listener);
            client.command("STOR a.bin");
            try (Socket data = RawClient.accepted(listener)) {
                device.faults().start(new Fault.NoAnswer());
                data.getOutputStream().write(new byte[10]);
                data.shutdownOutput();
                assertThat(client.isSilent()).isTrue();

                device.faults().end(FaultKind.NO_ANSWER);

                client.expect("226");
            }
            assertThat(device.ftpRoot().resolve("a.bin")).hasSize(10);
        }
    }

    @Test
    void aDeviceThatHangsCanBeRestarted() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.NoAnswer());
            client.send("MKD made\r\n");
            assertThat(client.isSilent()).isTrue();

            device.restart();

            assertThat(client.isEnded()).isTrue();
            assertThat(device.ftpRoot().resolve("made")).doesNotExist();
            assertThat(device.journal().events(ConnectionClosed.class))
                    .extracting(ConnectionClosed::ending)
                    .containsExactly(Ending.BY_DEVICE);
            try (RawClient next = new RawClient(device)) {
                assertThat(next.isSilent()).isTrue();
            }
        }
    }

    @Test
    void manyClientsThatWaitCostNoThreads() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            device.faults().start(new Fault.NoAnswer());
            List<RawClient> clients = new ArrayList<>();
            try {
                for (int i = 0; i < 50; i++) {
                    clients.add(new RawClient(device));
                }
                assertThat(device.journal()
                                .await(ConnectionOpened.class, event -> event.session() == 50, Devices.LIMIT))
                        .isPresent();
                assertThat(Devices.threads()).noneMatch(name -> name.startsWith("wec7emu-worker-"));
            } finally {
                for (RawClient client : clients) {
                    client.close();
                }
            }
        }
    }

    @Test
    void whatIsSentMeanwhileIsNotReadSoNothingFillsTheMemory() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.NoAnswer());
            client.send("NOOP\r\n".repeat(10));
            assertThat(client.isSilent()).isTrue();

            assertThat(device.journal().events(CommandReceived.class))
                    .noneMatch(event -> event.verb().equals("NOOP"));
        }
    }
}

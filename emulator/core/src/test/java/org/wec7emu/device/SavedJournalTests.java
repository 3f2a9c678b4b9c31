package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.journal.Journal;
import org.wec7emu.journal.JournalFile;
import org.wec7emu.journal.JournalReader;
import org.wec7emu.report.Ladder;
import org.wec7emu.report.LadderText;
import org.wec7emu.report.Ladders;

/** What a device did, read from the file of its journal. */
class SavedJournalTests {
    @Test
    void saysTheSameAsTheRunningDevice(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("journal.jsonl");
        Journal journal = new Journal();
        try (JournalFile saved = new JournalFile(Files.newBufferedWriter(file))) {
            journal.listen(saved);
            listInBothModes(Device.builder(Devices.withFtp("data-wait: 1 s"))
                    .portOffset(PortOffset.ANY_FREE)
                    .journal(journal));
        }

        assertThat(JournalReader.read(file)).isEqualTo(new JournalReader.Saved(journal.events(), false));
        List<Ladder> ladders = Ladders.of(JournalReader.read(file).events());
        assertThat(ladders).isEqualTo(Ladders.of(journal.events())).hasSize(1);
        assertThat(LadderText.of(ladders.get(0)))
                .contains(
                        "|<------------|     |     |  listing of /: ",
                        "|-------X#    |     |     |  connects to port ");
    }

    private static void listInBothModes(DeviceBuilder settings) throws Exception {
        try (Device device = settings.start();
                RawClient client = RawClient.loggedIn(device)) {
            client.receive("LIST");
            InetSocketAddress offered = client.passive();
            client.send("LIST\r\n");
            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() -> RawClient.connected(offered, RawClient.SILENCE_MILLIS));
            client.expect("425");
        }
    }
}

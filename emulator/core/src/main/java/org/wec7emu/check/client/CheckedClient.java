package org.wec7emu.check.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.wec7emu.check.ClientEnd;
import org.wec7emu.check.Diagnosis;
import org.wec7emu.check.Grounds;
import org.wec7emu.check.Hint;
import org.wec7emu.journal.DeviceEvent;

/**
 * A client after its run against a device.
 *
 * @param image the device's image
 * @param state the state it was in
 * @param enforcement level that enforced its firewall
 * @param path the network between client and device
 * @param commandLine as it was run
 * @param startedAt when the client was started
 * @param took from there to its end
 * @param output what it printed last, standard output and standard error together
 * @param journal all that happened to the device, oldest first
 */
public record CheckedClient(
        String image,
        String state,
        String enforcement,
        String path,
        List<String> commandLine,
        Instant startedAt,
        ClientEnd end,
        Duration took,
        String output,
        List<DeviceEvent> journal,
        Diagnosis diagnosis,
        Grounds grounds,
        Hint hint) {
    public CheckedClient {
        commandLine = List.copyOf(commandLine);
        journal = List.copyOf(journal);
    }

    /** The last lines of the output. */
    public List<String> lastLines(int most) {
        List<String> lines = output.lines().toList();
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }
}

package org.wec7emu.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wec7emu.device.Device;
import org.wec7emu.device.DeviceBuilder;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.ConnectionOpened;
import org.wec7emu.journal.DeviceEvent.DataConnectionDropped;
import org.wec7emu.journal.DeviceEvent.DialDropped;
import org.wec7emu.journal.DeviceEvent.ReplySent;
import org.wec7emu.journal.TransferMode;
import org.wec7emu.path.NetworkPath;

/**
 * One cell of the manual's table: a download by curl.
 *
 * @param image tells whether the device's firewall is on
 * @param entered whether TCP ports 20 and 21 have been entered in it
 */
record PathCell(TransferMode mode, Image image, boolean entered, NetworkPath path) {
    private static final String CONTENT = "of the device\n";
    /** The device waits so long for an answer to its dial, instead of its usual 30 s; curl waits longer for the device. */
    private static final Duration DIAL_TIMER = Duration.ofSeconds(2);

    private static final String CURLS_TIMER = "6";

    /** What came of it, in a user's words. */
    record Outcome(String words, int exitCode) {
        @Override
        public String toString() {
            return exitCode == 0 ? words : words + "; `curl: (" + exitCode + ")`";
        }
    }

    /** @param home an empty directory */
    Outcome run(Path home) throws IOException, InterruptedException {
        try (Device device = start()) {
            Files.writeString(device.ftpRoot().resolve("recipe.txt"), CONTENT);
            List<String> line = new ArrayList<>(List.of("curl", "-sS", "-m", CURLS_TIMER));
            if (mode == TransferMode.ACTIVE) {
                line.addAll(List.of("--ftp-port", "-"));
            }
            line.add(Target.of(device).url("/recipe.txt"));
            ClientRun curl = ClientRun.of(new Invocation(line, ""), home);
            if (!device.journal().events(ConnectionOpened.class).isEmpty()) {
                device.journal().await(ConnectionClosed.class, closed -> true, Duration.ofSeconds(10));
            }
            return new Outcome(words(curl, device), curl.exitCode());
        }
    }

    private Device start() throws IOException {
        DeviceUnderTest described =
                DeviceUnderTest.of(image).dataWait(DIAL_TIMER).enforcedAsWellAsPossible();
        RuleSet asDelivered = described.profile().inState("factory").firewall();
        DeviceBuilder builder = described.builder().path(path);
        return (entered ? builder : builder.firewall(asDelivered)).start();
    }

    private static String words(ClientRun curl, Device device) {
        if (device.journal().events(ConnectionOpened.class).isEmpty()) {
            return "the device's firewall drops port 21: no greeting";
        } else if (curl.exitCode() == 0 && curl.output().equals(CONTENT)) {
            return "works";
        } else if (!device.journal().events(DialDropped.class).isEmpty() && replied(device, 425)) {
            return "the device's connect is lost on the client's side: 425";
        } else if (!device.journal().events(DataConnectionDropped.class).isEmpty()) {
            return "the device's firewall drops the client's connect";
        }
        return "unexpected: " + curl.output() + device.journal().events();
    }

    private static boolean replied(Device device, int code) {
        return device.journal().events(ReplySent.class).stream().anyMatch(reply -> reply.code() == code);
    }
}

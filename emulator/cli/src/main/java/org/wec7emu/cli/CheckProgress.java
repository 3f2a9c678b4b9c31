package org.wec7emu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.wec7emu.check.client.ClientCheck;
import org.wec7emu.device.Device;

/** Says how a client is getting on: first after 2 s, then each second on a terminal, and every 10 s elsewhere. */
final class CheckProgress implements ClientCheck.Progress {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration ON_TERMINAL = Duration.ofSeconds(1);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final PrintWriter err;
    private final String image;
    private final Duration limit;
    private final Duration period;
    private Duration next = FIRST;

    CheckProgress(PrintWriter err, String image, Duration limit, boolean terminal) {
        this.err = err;
        this.image = image;
        this.limit = limit;
        period = terminal ? ON_TERMINAL : ELSEWHERE;
    }

    /** Whether what goes to standard error is read on a terminal. */
    static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void running(Device device, Duration since) {
        if (since.compareTo(next) < 0) {
            return;
        }
        next = next.plus(period);
        EventLines lines = new EventLines(device.ports());
        String last = device.journal().events().stream()
                .reduce((earlier, later) -> later)
                .map(lines::line)
                .orElse("");
        err.println(image + ": the client runs for " + since.toSeconds() + " s, at most " + CheckWords.seconds(limit)
                + " s; last: " + last);
        err.flush();
    }
}

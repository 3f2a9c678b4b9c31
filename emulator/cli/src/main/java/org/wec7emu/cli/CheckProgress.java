package org.wec7emu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.wec7emu.check.client.CheckedClient;
import org.wec7emu.check.client.ClientCheck;
import org.wec7emu.device.Device;
import org.wec7emu.report.EventLines;

/**
 * Says how clients are getting on: first after 2 s, then each second on a terminal, and every 10 s elsewhere; of all that run, in
 * the order of the images. Safe for use by several threads.
 */
final class CheckProgress {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration ON_TERMINAL = Duration.ofSeconds(1);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final PrintWriter err;
    private final Duration limit;
    private final int images;
    private final Duration period;
    private final long start = System.nanoTime();
    private final Map<Integer, String> running = new TreeMap<>();
    private Duration next = FIRST;
    private int ended;

    /** @param images how many there are to check */
    CheckProgress(PrintWriter err, Duration limit, int images, boolean terminal) {
        this.err = err;
        this.limit = limit;
        this.images = images;
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

    /** @param place of the image among all, from 0 */
    ClientCheck.Progress of(int place, String image) {
        return (device, since) -> note(place, line(image, device, since));
    }

    private String line(String image, Device device, Duration since) {
        EventLines lines = new EventLines(device.ports()::onHost);
        String last = device.journal().events().stream()
                .reduce((earlier, later) -> later)
                .map(lines::line)
                .orElse("");
        return image + ": the client runs for " + since.toSeconds() + " s, at most " + CheckWords.seconds(limit)
                + " s; last: " + last;
    }

    private synchronized void note(int place, String line) {
        running.put(place, line);
        if (now().compareTo(next) >= 0) {
            next = now().plus(period);
            running.values().forEach(err::println);
            err.flush();
        }
    }

    /** Of several images, says that one is done. */
    synchronized void done(int place, CheckedClient check) {
        running.remove(place);
        ended++;
        if (images > 1 && now().compareTo(FIRST) >= 0) {
            err.println(check.image() + ": " + check.diagnosis().verdict() + " (" + ended + " of " + images + ")");
            err.flush();
        }
    }

    private Duration now() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

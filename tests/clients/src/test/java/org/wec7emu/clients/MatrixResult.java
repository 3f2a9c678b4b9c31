package org.wec7emu.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.wec7emu.device.Device;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.DataConnectionDropped;
import org.wec7emu.journal.DeviceEvent.ReplySent;
import org.wec7emu.journal.Journal;

/**
 * What came of a client with options on an image.
 *
 * @param words in a user's words, from the device's journal and what the client left behind
 */
record MatrixResult(String words, Duration took) {
    private static final String CONTENT = "of the device\n";
    private static final int LOWEST_REFUSAL = 500;
    /** The exit code of {@code timeout}, which ends a client that has no timer. */
    private static final int ENDED_FROM_OUTSIDE = 124;

    private static final Set<String> TRANSFERRING = Set.of("LIST", "NLST", "RETR", "STOR");
    private static final Set<String> ARRANGING = Set.of("PORT", "EPRT", "PASV", "EPSV");

    /** @param home an empty directory */
    static MatrixResult of(MatrixRow row, Image image, Path home) throws IOException, InterruptedException {
        try (Device device =
                DeviceUnderTest.of(image).enforcedAsWellAsPossible().start()) {
            Files.writeString(device.ftpRoot().resolve(MatrixRow.REMOTE), CONTENT);
            ClientRun run = ClientRun.of(row.call().on(Target.of(device), home), home);
            device.journal().await(ConnectionClosed.class, closed -> true, Duration.ofSeconds(10));
            boolean done = isDone(row, run, home);
            return new MatrixResult(words(row, run, done, device.journal()), run.took());
        }
    }

    private static boolean isDone(MatrixRow row, ClientRun run, Path home) throws IOException {
        if (run.exitCode() != 0) {
            return false;
        }
        return switch (row.errand()) {
            case DOWNLOAD ->
                Files.exists(MatrixRow.local(home))
                        && Files.readString(MatrixRow.local(home)).equals(CONTENT);
            case LISTING -> run.output().contains(MatrixRow.REMOTE) || row.client() == ClientProgram.FILEZILLA;
        };
    }

    private static String words(MatrixRow row, ClientRun run, boolean done, Journal journal) {
        List<String> arranged = journal.events(CommandReceived.class).stream()
                .map(CommandReceived::verb)
                .filter(ARRANGING::contains)
                .distinct()
                .toList();
        boolean dropped = !journal.events(DataConnectionDropped.class).isEmpty();
        if (done && dropped) {
            return "works after falling back from " + String.join(" to ", arranged) + ", " + seconds(lost(journal))
                    + " s lost";
        } else if (done) {
            return "works (" + String.join(", ", arranged) + ")";
        }
        String how = (dropped ? "blocked" : "fails") + " (" + String.join(", ", arranged) + ")";
        return how + refusal(journal) + ": " + saying(row, run);
    }

    private static String saying(MatrixRow row, ClientRun run) {
        Matcher says = row.says().matcher(run.output());
        if (says.find()) {
            return "`" + says.group(1).strip() + "`";
        }
        return run.exitCode() == ENDED_FROM_OUTSIDE ? "says nothing, waits on" : "says nothing";
    }

    /** What the device answered to the last command for a transfer, if it refused it. */
    private static String refusal(Journal journal) {
        String command = "";
        String refusal = "";
        for (DeviceEvent event : journal.events()) {
            if (event instanceof CommandReceived received) {
                boolean transfers = TRANSFERRING.contains(received.verb());
                command = transfers ? (received.verb() + " " + received.argument()).strip() : "";
                refusal = transfers ? "" : refusal;
            } else if (event instanceof ReplySent reply && reply.code() >= LOWEST_REFUSAL && !command.isEmpty()) {
                refusal = ", as `" + command + "` gets " + reply.code();
            }
        }
        return refusal;
    }

    /** From the first passive offer to the first active one. */
    private static Duration lost(Journal journal) {
        List<CommandReceived> commands = journal.events(CommandReceived.class);
        CommandReceived passive = first(commands, Set.of("PASV", "EPSV"));
        CommandReceived active = first(commands, Set.of("PORT", "EPRT"));
        return Duration.between(passive.at(), active.at());
    }

    private static CommandReceived first(List<CommandReceived> commands, Set<String> verbs) {
        return commands.stream()
                .filter(command -> verbs.contains(command.verb()))
                .findFirst()
                .orElseThrow();
    }

    /** As a table shows it. */
    String seconds() {
        return seconds(took);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", Math.max(0.1, duration.toMillis() / 1000.0));
    }
}

package org.wec7emu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.JournalFile;

/** Where to write the journal. */
final class JournalOption {
    private static final String JOURNAL = "--journal";

    private final Subcommand command;

    JournalOption(Subcommand command) {
        this.command = command;
        command.option(
                JOURNAL, "FILE.jsonl", "Write every event as a line of JSON; an older file of that name is replaced.");
    }

    /** Takes the events; writes them nowhere when no file was asked for. */
    Consumer<DeviceEvent> open() throws BadInput {
        String file = command.value(JOURNAL);
        if (file == null) {
            return event -> {};
        }
        return open(file, command.err());
    }

    /** @param err hears when no more can be written */
    static Consumer<DeviceEvent> open(String file, PrintWriter err) throws BadInput {
        try {
            return writer(
                    file, err, FileChannel.open(Path.of(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException | InvalidPathException e) {
            throw new BadInput("journal " + file + " can't be written: " + reason(e));
        }
    }

    private static Consumer<DeviceEvent> writer(String file, PrintWriter err, FileChannel channel) {
        JournalFile journal = new JournalFile(Channels.newWriter(channel, StandardCharsets.UTF_8));
        AtomicBoolean begun = new AtomicBoolean();
        AtomicBoolean broken = new AtomicBoolean();
        return event -> {
            try {
                if (!begun.getAndSet(true) && Files.isRegularFile(Path.of(file))) {
                    channel.truncate(0); // an older journal goes only when there is something to take its place
                }
                if (!broken.get()) {
                    journal.accept(event);
                }
            } catch (IOException | UncheckedIOException e) {
                broken.set(true); // the device goes on: a full disk of the host is no fault of its
                err.println("wec7emu: journal " + file + " ends here: " + e.getMessage());
            }
        };
    }

    private static String reason(Exception problem) {
        if (problem instanceof java.nio.file.NoSuchFileException) {
            return "its directory doesn't exist";
        } else if (problem instanceof java.nio.file.AccessDeniedException) {
            return "no permission";
        }
        return String.valueOf(problem.getMessage());
    }
}

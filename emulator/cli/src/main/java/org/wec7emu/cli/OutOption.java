package org.wec7emu.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Where to write what a command makes: a new file, or standard output. */
final class OutOption {
    private static final String OUT = "--out";

    private final Subcommand command;

    OutOption(Subcommand command, String label) {
        this.command = command;
        command.option(OUT, label, "Write it into a new file; an older one of that name is never replaced.");
    }

    /** Null for standard output. */
    @Nullable
    Path file() throws BadInput {
        String file = command.value(OUT);
        try {
            return file == null ? null : Path.of(file);
        } catch (InvalidPathException e) {
            throw new BadInput(OUT + ": " + e.getMessage());
        }
    }

    /** @param done what to say when it went into a file */
    void write(String text, String done) throws BadInput {
        if (file() == null) {
            command.out().print(text);
            command.out().flush();
        } else {
            write(text.getBytes(StandardCharsets.UTF_8), done);
        }
    }

    /** The same for what is no text. */
    void write(byte[] bytes, String done) throws BadInput {
        Path file = file();
        if (file == null) {
            if (!(command.out() instanceof StandardOutput out)) {
                throw new IllegalStateException("bytes are written to a stream");
            }
            out.print(bytes);
            return;
        }
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new BadInput(OUT + " " + file + ": it exists already; remove it, or choose another name");
        } catch (NoSuchFileException e) {
            throw new BadInput(OUT + " " + file + ": its directory doesn't exist; make it first");
        } catch (IOException e) {
            throw new BadInput(OUT + " " + file + ": can't be written: " + e.getMessage());
        }
        command.out().println(file + ": " + done);
    }
}

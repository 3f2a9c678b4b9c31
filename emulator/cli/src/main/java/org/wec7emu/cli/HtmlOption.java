package org.wec7emu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where to write a page besides what is printed. */
final class HtmlOption {
    private static final String HTML = "--html";

    private final Subcommand command;

    HtmlOption(Subcommand command) {
        this.command = command;
        command.option(HTML, "FILE", "Write it as one page, too; an older one of that name is replaced.");
    }

    private @Nullable Path file() throws BadInput {
        String file = command.value(HTML);
        try {
            return file == null ? null : Path.of(file);
        } catch (InvalidPathException e) {
            throw new BadInput(HTML + ": " + e.getMessage());
        }
    }

    /** Whether it can be written there, before any work is done in vain. */
    void check() throws BadInput {
        Path file = file();
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
            throw new BadInput(HTML + " " + file + ": it takes a file in a directory that exists");
        }
    }

    void write(String page) throws BadInput {
        Path file = file();
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new BadInput(HTML + " " + file + ": can't be written: " + e.getMessage());
        }
    }
}

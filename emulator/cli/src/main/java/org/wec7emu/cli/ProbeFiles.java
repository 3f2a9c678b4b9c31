package org.wec7emu.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a probe's profile goes, and its transcript beside it. */
final class ProbeFiles {
    private static final String OUT = "--out";
    private static final String ENDING = "\\.ya?ml$";

    private final Subcommand command;

    ProbeFiles(Subcommand command) {
        this.command = command;
        command.option(
                OUT,
                "FILE.yaml",
                "Write the profile into this new file, and beside it FILE.transcript.txt, all that was sent and received but"
                        + " passwords; standard output, without transcript, unless told.");
    }

    boolean isGiven() {
        return command.value(OUT) != null;
    }

    private @Nullable Path profile() throws BadInput {
        String text = command.value(OUT);
        try {
            return text == null ? null : Path.of(text);
        } catch (InvalidPathException e) {
            throw new BadInput(OUT + ": " + e.getMessage());
        }
    }

    private static Path transcript(Path profile) {
        String name = String.valueOf(profile.getFileName()).replaceFirst(ENDING, "");
        return profile.resolveSibling(name + ".transcript.txt");
    }

    /** Before anything is asked, as asking takes its time. */
    void requireNew() throws BadInput {
        Path profile = profile();
        if (profile == null) {
            return;
        }
        for (Path file : new Path[] {profile, transcript(profile)}) {
            if (Files.exists(file)) {
                throw new BadInput(
                        OUT + " " + profile + ": " + file + " exists already; remove it, or choose another name");
            }
        }
        Path directory = profile.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new BadInput(OUT + " " + profile + ": its directory doesn't exist; make it first");
        }
    }

    /** The image's name after the file. */
    Optional<String> name() throws BadInput {
        Path profile = profile();
        if (profile == null) {
            return Optional.empty();
        }
        String letters =
                String.valueOf(profile.getFileName()).replaceFirst(ENDING, "").replaceAll("[^A-Za-z0-9_.-]+", "-");
        String name = letters.replaceFirst("^[^A-Za-z0-9]+", "");
        return name.isEmpty() ? Optional.empty() : Optional.of(name.substring(0, Math.min(name.length(), 100)));
    }

    Optional<String> transcriptName() throws BadInput {
        Path profile = profile();
        return profile == null
                ? Optional.empty()
                : Optional.of(String.valueOf(transcript(profile).getFileName()));
    }

    void write(String text, String transcript) throws BadInput {
        Path profile = profile();
        if (profile != null) {
            write(profile, text);
            write(transcript(profile), transcript);
        }
    }

    private static void write(Path file, String text) throws BadInput {
        try {
            Files.write(
                    file,
                    text.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new BadInput(OUT + " " + file + ": can't be written: " + e.getMessage());
        }
    }

    /** What was written, for a person. */
    String written() {
        try {
            Path profile = profile();
            return profile == null ? "" : profile + ", and all that was said in " + transcript(profile);
        } catch (BadInput e) {
            throw new IllegalStateException(e);
        }
    }
}

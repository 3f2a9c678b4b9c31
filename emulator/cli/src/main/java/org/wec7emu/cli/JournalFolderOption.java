package org.wec7emu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Where to write the journals of many devices, a file each. */
final class JournalFolderOption {
    private static final String JOURNALS = "--journals";

    private final Subcommand command;

    JournalFolderOption(Subcommand command) {
        this.command = command;
        command.option(
                JOURNALS,
                "DIR",
                "Write every event of a device as a line of JSON into DIR/NAME.jsonl; older files are replaced.");
    }

    /** Takes the events of each device, if it was asked for. */
    void open(List<FleetMember> members) throws BadInput {
        String folder = command.value(JOURNALS);
        if (folder == null) {
            return;
        }
        try {
            Path directory = Files.createDirectories(Path.of(folder));
            for (FleetMember member : members) {
                Path file = directory.resolve(member.name() + ".jsonl");
                member.journal().listen(JournalOption.open(file.toString(), command.err()));
            }
        } catch (IOException | InvalidPathException e) {
            throw new BadInput(JOURNALS + " " + folder + ": the directory can't be made: " + e.getMessage());
        }
    }
}

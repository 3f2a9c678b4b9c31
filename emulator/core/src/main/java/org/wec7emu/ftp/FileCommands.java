package org.wec7emu.ftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.wec7emu.profile.FtpReplies.Occasion;
import org.wec7emu.profile.FtpSwitches.ShownDirectory;
import org.wec7emu.storage.FileArea;
import org.wec7emu.storage.VirtualPath;

/** CWD, CDUP, PWD, MKD, RMD, DELE, RNFR, RNTO. */
final class FileCommands {
    private FileCommands() {}

    static void changeDirectory(CeSession session, String argument) {
        change(session, session.directory().resolve(argument));
    }

    static void changeToParent(CeSession session, String ignored) {
        change(session, session.directory().parent());
    }

    private static void change(CeSession session, VirtualPath target) {
        boolean exists = session.files().findDirectory(target).isPresent();
        if (exists) {
            session.changeTo(shown(session, target));
        }
        session.reply(exists ? Occasion.ACTION_OKAY : Occasion.UNAVAILABLE);
    }

    /** The directory in the spelling that PWD is to show. */
    private static VirtualPath shown(CeSession session, VirtualPath typed) {
        boolean asTyped = session.environment().profile().switches().shownDirectory() == ShownDirectory.AS_TYPED;
        if (asTyped || typed.isRoot()) {
            return typed;
        }
        String stored = session.files()
                .find(typed)
                .map(place -> String.valueOf(place.getFileName()))
                .filter(name ->
                        name.equalsIgnoreCase(typed.name())) // a directory of the device may have another name there
                .orElse(typed.name());
        return shown(session, typed.parent()).resolve(stored);
    }

    static void printDirectory(CeSession session, String ignored) {
        session.reply(Occasion.WORKING_DIRECTORY, "path", session.directory().toString());
    }

    static void makeDirectory(CeSession session, String argument) {
        VirtualPath path = session.directory().resolve(argument);
        FileArea files = session.files();
        Optional<Path> place = session.mayWrite() && files.find(path).isEmpty() ? files.place(path) : Optional.empty();
        boolean made = place.isPresent() && succeeds(() -> Files.createDirectory(place.get()));
        if (made) {
            session.reply(Occasion.CREATED, "path", path.toString());
        } else {
            session.reply(Occasion.UNAVAILABLE);
        }
    }

    static void removeDirectory(CeSession session, String argument) {
        VirtualPath path = session.directory().resolve(argument);
        Optional<Path> directory = session.files().findDirectory(path);
        remove(session, session.files().isFixed(path) ? Optional.empty() : directory);
    }

    static void delete(CeSession session, String argument) {
        remove(session, session.files().findFile(session.directory().resolve(argument)));
    }

    private static void remove(CeSession session, Optional<Path> place) {
        boolean removed = session.mayWrite()
                && place.isPresent()
                && succeeds(() -> session.files().delete(place.get()));
        session.reply(removed ? Occasion.ACTION_OKAY : Occasion.UNAVAILABLE);
    }

    static void renameFrom(CeSession session, String argument) {
        VirtualPath from = session.directory().resolve(argument);
        FileArea files = session.files();
        Optional<Path> found = files.isFixed(from) ? Optional.empty() : files.find(from);
        boolean exists = found.filter(files::mayBeMoved).isPresent();
        if (exists && session.mayWrite()) {
            session.renameFrom(from);
            session.reply(Occasion.RENAME_PENDING);
        } else {
            session.reply(Occasion.UNAVAILABLE);
        }
    }

    static void renameTo(CeSession session, String argument) {
        VirtualPath from = session.takeRenameFrom();
        if (from == null) {
            session.reply(Occasion.BAD_SEQUENCE);
            return;
        }
        VirtualPath to = session.directory().resolve(argument);
        FileArea files = session.files();
        Optional<Path> source = files.find(from);
        Optional<Path> target = targetOfRename(session, source, to);
        boolean renamed =
                source.isPresent() && target.isPresent() && succeeds(() -> files.move(source.get(), target.get()));
        session.reply(renamed ? Occasion.ACTION_OKAY : Occasion.UNAVAILABLE);
    }

    /** Where the renamed thing goes; empty when it may not. A change of case only is a rename to a name that is free. */
    private static Optional<Path> targetOfRename(CeSession session, Optional<Path> source, VirtualPath to) {
        FileArea files = session.files();
        Optional<Path> existing = files.find(to);
        if (existing.isEmpty()) {
            return files.place(to);
        }
        if (existing.equals(source)) {
            return Optional.ofNullable(existing.get().getParent()).flatMap(parent -> files.named(parent, to.name()));
        }
        boolean mayOverwrite = session.environment().profile().renameOverwrites()
                && Files.isRegularFile(existing.get(), LinkOption.NOFOLLOW_LINKS);
        return mayOverwrite ? existing : Optional.empty();
    }

    private static boolean succeeds(FileAction action) {
        try {
            action.run();
            return true;
        } catch (IOException e) {
            return false; // the device's only answer to any reason is 550
        }
    }

    @FunctionalInterface
    private interface FileAction {
        void run() throws IOException;
    }
}

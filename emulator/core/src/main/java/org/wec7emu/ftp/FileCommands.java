package org.wec7emu.ftp;

import java.io.IOException;
import org.wec7emu.profile.FtpReplies.Occasion;
import org.wec7emu.profile.FtpSwitches.ShownDirectory;
import org.wec7emu.storage.FileChanges;
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
        FileChanges changes = session.files().changes();
        boolean made = session.mayChangeDirectories() && succeeds(() -> changes.makeDirectory(path));
        if (made) {
            session.reply(Occasion.CREATED, "path", path.toString());
        } else {
            session.reply(Occasion.UNAVAILABLE);
        }
    }

    static void removeDirectory(CeSession session, String argument) {
        change(
                session,
                session.mayChangeDirectories(),
                changes -> changes.removeDirectory(session.directory().resolve(argument)));
    }

    static void delete(CeSession session, String argument) {
        change(
                session,
                session.mayWrite(),
                changes -> changes.deleteFile(session.directory().resolve(argument)));
    }

    private static void change(CeSession session, boolean allowed, Change change) {
        boolean done = allowed && succeeds(() -> change.make(session.files().changes()));
        session.reply(done ? Occasion.ACTION_OKAY : Occasion.UNAVAILABLE);
    }

    static void renameFrom(CeSession session, String argument) {
        VirtualPath from = session.directory().resolve(argument);
        if (session.mayWrite() && session.files().changes().mayBeRenamed(from)) {
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
        boolean overwrites = session.environment().profile().renameOverwrites();
        change(session, session.mayWrite(), changes -> changes.rename(from, to, overwrites));
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
    private interface Change {
        void make(FileChanges changes) throws IOException;
    }

    @FunctionalInterface
    private interface FileAction {
        void run() throws IOException;
    }
}

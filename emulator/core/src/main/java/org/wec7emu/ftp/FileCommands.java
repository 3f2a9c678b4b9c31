package org.wec7emu.ftp;

import java.io.IOException;
import org.wec7emu.profile.FtpReplies.Occasion;
import org.wec7emu.profile.FtpSwitches.ShownDirectory;
import org.wec7emu.storage.FileBusyException;
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
        session.reply(exists ? Occasion.ACTION_OKAY : session.unavailable());
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
        boolean allowed = session.mayChangeDirectories();
        Occasion outcome = outcome(session, allowed, Occasion.CREATED, changes -> changes.makeDirectory(path));
        if (outcome == Occasion.CREATED) {
            session.reply(outcome, "path", path.toString());
        } else {
            session.reply(outcome);
        }
    }

    static void removeDirectory(CeSession session, String argument) {
        VirtualPath path = session.directory().resolve(argument);
        boolean allowed = session.mayChangeDirectories();
        session.reply(outcome(session, allowed, Occasion.ACTION_OKAY, changes -> changes.removeDirectory(path)));
    }

    static void delete(CeSession session, String argument) {
        VirtualPath path = session.directory().resolve(argument);
        session.reply(outcome(session, session.mayWrite(), Occasion.ACTION_OKAY, changes -> changes.deleteFile(path)));
    }

    static void renameFrom(CeSession session, String argument) {
        VirtualPath from = session.directory().resolve(argument);
        Occasion outcome = outcome(
                session, session.mayWrite(), Occasion.RENAME_PENDING, changes -> changes.requireRenamable(from));
        if (outcome == Occasion.RENAME_PENDING) {
            session.renameFrom(from);
        }
        session.reply(outcome);
    }

    static void renameTo(CeSession session, String argument) {
        VirtualPath from = session.takeRenameFrom();
        if (from == null) {
            session.reply(Occasion.BAD_SEQUENCE);
            return;
        }
        VirtualPath to = session.directory().resolve(argument);
        boolean overwrites = session.environment().profile().renameOverwrites();
        session.reply(outcome(
                session, session.mayWrite(), Occasion.ACTION_OKAY, changes -> changes.rename(from, to, overwrites)));
    }

    private static Occasion outcome(CeSession session, boolean allowed, Occasion done, Change change) {
        try {
            if (allowed) {
                change.make(session.files().changes());
            }
            return allowed ? done : session.unavailable();
        } catch (FileBusyException e) {
            return Occasion.FILE_BUSY;
        } catch (IOException e) {
            return session.unavailable(); // the device's answer to any other reason is 550
        }
    }

    @FunctionalInterface
    private interface Change {
        void make(FileChanges changes) throws IOException;
    }
}

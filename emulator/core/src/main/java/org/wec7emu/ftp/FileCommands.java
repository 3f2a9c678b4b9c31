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
        change(session, session.login().directory().resolve(argument));
    }

    static void changeToParent(CeSession session, String ignored) {
        change(session, session.login().directory().parent());
    }

    private static void change(CeSession session, VirtualPath target) {
        boolean exists = session.login().files().findDirectory(target).isPresent();
        if (exists) {
            session.login().changeTo(shown(session, target));
        }
        session.reply(exists ? Occasion.ACTION_OKAY : session.unavailable());
    }

    /** The directory in the spelling that PWD is to show. */
    private static VirtualPath shown(CeSession session, VirtualPath typed) {
        boolean asTyped = session.environment().profile().switches().shownDirectory() == ShownDirectory.AS_TYPED;
        if (asTyped || typed.isRoot()) {
            return typed;
        }
        String stored = session.login()
                .files()
                .find(typed)
                .map(place -> String.valueOf(place.getFileName()))
                .filter(name ->
                        name.equalsIgnoreCase(typed.name())) // a directory of the device may have another name there
                .orElse(typed.name());
        return shown(session, typed.parent()).resolve(stored);
    }

    static void printDirectory(CeSession session, String ignored) {
        session.reply(
                Occasion.WORKING_DIRECTORY, "path", session.login().directory().toString());
    }

    static void makeDirectory(CeSession session, String argument) {
        VirtualPath path = session.login().directory().resolve(argument);
        boolean allowed = session.login().mayChangeDirectories();
        Occasion outcome = outcome(session, allowed, Occasion.CREATED, changes -> changes.makeDirectory(path));
        if (outcome == Occasion.CREATED) {
            session.reply(outcome, "path", path.toString());
        } else {
            session.reply(outcome);
        }
    }

    static void removeDirectory(CeSession session, String argument) {
        VirtualPath path = session.login().directory().resolve(argument);
        boolean allowed = session.login().mayChangeDirectories();
        session.reply(outcome(session, allowed, Occasion.ACTION_OKAY, changes -> changes.removeDirectory(path)));
    }

    static void delete(CeSession session, String argument) {
        VirtualPath path = session.login().directory().resolve(argument);
        session.reply(outcome(
                session, session.login().mayWrite(), Occasion.ACTION_OKAY, changes -> changes.deleteFile(path)));
    }

    static void renameFrom(CeSession session, String argument) {
        VirtualPath from = session.login().directory().resolve(argument);
        Occasion outcome = outcome(
                session,
                session.login().mayWrite(),
                Occasion.RENAME_PENDING,
                changes -> changes.requireRenamable(from));
        if (outcome == Occasion.RENAME_PENDING) {
            session.login().renameFrom(from);
        }
        session.reply(outcome);
    }

    static void renameTo(CeSession session, String argument) {
        VirtualPath from = session.login().takeRenameFrom();
        if (from == null) {
            session.reply(Occasion.BAD_SEQUENCE);
            return;
        }
        VirtualPath to = session.login().directory().resolve(argument);
        boolean overwrites = session.environment().profile().renameOverwrites();
        session.reply(outcome(
                session,
                session.login().mayWrite(),
                Occasion.ACTION_OKAY,
                changes -> changes.rename(from, to, overwrites)));
    }

    private static Occasion outcome(CeSession session, boolean allowed, Occasion done, Change change) {
        try {
            if (allowed) {
                change.make(session.login().files().changes());
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

package org.wec7emu.ftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.wec7emu.journal.DeviceEvent.Content;
import org.wec7emu.profile.FtpProfile.NlstArgument;
import org.wec7emu.profile.FtpReplies.Occasion;
import org.wec7emu.profile.FtpSwitches.BrokenUpload;
import org.wec7emu.profile.FtpSwitches.NlstNames;
import org.wec7emu.profile.FtpSwitches.TypeA;
import org.wec7emu.storage.CardFullException;
import org.wec7emu.storage.FileArea;
import org.wec7emu.storage.FileArea.Entry;
import org.wec7emu.storage.FileBusyException;
import org.wec7emu.storage.Upload;
import org.wec7emu.storage.VirtualPath;

/** LIST, NLST, RETR, STOR. */
final class TransferCommands {
    private TransferCommands() {}

    static void list(CeSession session, String argument) {
        ListingTimes times = new ListingTimes(ZoneId.systemDefault());
        sendListing(session, asked(session, argument), (text, entry) -> ListingLines.full(text, entry, times));
    }

    static void nameList(CeSession session, String argument) {
        boolean lists = session.environment().profile().nlstArgument() == NlstArgument.LISTS;
        ListingArgument asked = asked(session, lists ? argument : "");
        boolean bare = session.environment().profile().switches().nlstNames() == NlstNames.BARE;
        String before = bare
                ? ""
                : asked.directoryAsTyped(
                        session.login().files().findDirectory(asked.path()).isPresent());
        sendListing(session, asked, (text, entry) -> ListingLines.bare(text.append(before), entry));
    }

    private static ListingArgument asked(CeSession session, String argument) {
        return ListingArgument.read(
                argument,
                session.login().directory(),
                session.environment().profile().switches());
    }

    private static void sendListing(CeSession session, ListingArgument asked, BiConsumer<StringBuilder, Entry> line) {
        Optional<List<Entry>> entries = entries(session.login().files(), asked);
        if (entries.isEmpty()) {
            unavailable(session);
            return;
        }
        StringBuilder text =
                new StringBuilder(ListingLines.USUAL_LENGTH * entries.get().size());
        entries.get().forEach(entry -> line.accept(text, entry));
        byte[] bytes = CodePages.encode(text.toString(), session.environment().codePage());
        Transfer.run(session, Content.LISTING, asked.path(), data -> data.send(new ByteArrayInputStream(bytes)));
    }

    /** What a listing holds; empty when there is no such thing, or nothing that matches. */
    private static Optional<List<Entry>> entries(FileArea files, ListingArgument asked) {
        Optional<List<Entry>> all = entries(files, asked.path());
        return asked.pattern() == null
                ? all
                : all.map(entries -> entries.stream()
                                .filter(entry -> asked.matches(entry.name()))
                                .toList())
                        .filter(matching -> !matching.isEmpty());
    }

    /** A directory's entries or the one file; empty when there is no such thing. */
    private static Optional<List<Entry>> entries(FileArea files, VirtualPath path) {
        try {
            Optional<Path> directory = files.findDirectory(path);
            if (directory.isPresent()) {
                return Optional.of(files.list(path));
            }
            Optional<Path> file = files.findFile(path);
            return file.isEmpty() ? Optional.empty() : files.entry(file.get()).map(List::of);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static void retrieve(CeSession session, String argument) {
        VirtualPath path = session.login().directory().resolve(argument);
        Optional<Path> file = session.login().files().findFile(path).filter(Files::isReadable);
        if (file.isEmpty()) {
            unavailable(session);
            return;
        }
        Transfer.run(session, Content.DOWNLOAD, path, data -> {
            try (FileChannel in = session.login().files().read(path)) {
                return convertsLines(session)
                        ? data.send(new NetworkLines(Channels.newInputStream(in)))
                        : data.send(in);
            }
        });
    }

    private static boolean convertsLines(CeSession session) {
        return session.isAscii() && session.environment().profile().switches().typeA() == TypeA.LINE_ENDS;
    }

    static void store(CeSession session, String argument) {
        VirtualPath path = session.login().directory().resolve(argument);
        if (!session.login().mayWrite() || !session.login().files().changes().mayBeWritten(path)) {
            unavailable(session);
            return;
        }
        if (isBusy(session, path)) {
            session.reply(Occasion.FILE_BUSY);
            return;
        }
        // Opened, and so emptied, only once the data connection stands: one that fails costs the old file nothing.
        Transfer.run(session, Content.UPLOAD, path, data -> {
            try (Upload upload = session.login().files().changes().upload(path)) {
                return data.receive(upload.channel());
            } catch (CardFullException | FileBusyException e) {
                throw e;
            } catch (IOException e) {
                boolean removes = session.environment().profile().switches().brokenUpload() == BrokenUpload.REMOVED;
                if (removes && !session.end().lostPower()) {
                    discard(session, path);
                }
                throw e;
            }
        });
    }

    private static boolean isBusy(CeSession session, VirtualPath path) {
        try {
            session.login().files().changes().refuseIfBusy(path);
            return false;
        } catch (FileBusyException e) {
            return true;
        }
    }

    /** Removes what there is of a file whose upload broke off. */
    private static void discard(CeSession session, VirtualPath path) throws IOException {
        if (session.login().files().findFile(path).isPresent()) {
            session.login().files().changes().deleteFile(path);
        }
    }

    /** What was arranged by PORT or PASV stays: clients try again without another one, as wget does after LIST -a. */
    private static void unavailable(CeSession session) {
        session.reply(session.unavailable());
    }
}

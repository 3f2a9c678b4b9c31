package org.wec7emu.ftp;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.Content;
import org.wec7emu.profile.FtpReplies.Occasion;
import org.wec7emu.storage.FileBusyException;
import org.wec7emu.storage.VirtualPath;

/**
 * The order of things in a transfer. On a connection that the client opens, nothing is said until it is open: 125, data, 226.
 * On one that the device opens, 150 comes first: 150, data, 226. The final reply follows the closing of the data connection.
 * Source: the logs of real devices, https://github.com/robinrodricks/FluentFTP/issues/99.
 */
final class Transfer {
    private Transfer() {}

    /** Moves the data over an open connection. */
    @FunctionalInterface
    interface Body {
        /** Number of bytes moved. */
        long move(CeDataConnection connection) throws IOException;
    }

    static void run(CeSession session, Content content, VirtualPath path, Body body) {
        DataConnections data = session.data();
        boolean passive = data.isPassive();
        boolean active = data.isActive();
        CeDataConnection connection;
        try {
            if (active) {
                session.announce(Occasion.OPENING_DATA_CONNECTION);
            }
            connection = data.openConnection();
            if (passive) {
                session.reply(Occasion.TRANSFER_STARTING);
            }
        } catch (DataConnectionFailure e) {
            data.closeDataConnection();
            session.reply(Occasion.NO_DATA_CONNECTION);
            return;
        }
        session.reply(move(session, content, path, body, connection));
    }

    private static Occasion move(
            CeSession session, Content content, VirtualPath path, Body body, CeDataConnection connection) {
        FtpEnvironment environment = session.environment();
        long start = System.nanoTime();
        String file = path.toString();
        try {
            long bytes = body.move(connection);
            session.data().closeDataConnection();
            environment.note(new DeviceEvent.TransferCompleted(
                    environment.now(), session.id(), content, file, bytes, since(start)));
            return Occasion.TRANSFER_COMPLETE;
        } catch (IOException e) {
            session.data().closeDataConnection();
            String because = String.valueOf(e.getMessage());
            environment.note(new DeviceEvent.TransferFailed(
                    environment.now(), session.id(), content, file, connection.moved(), since(start), because));
            return e instanceof FileBusyException ? Occasion.FILE_BUSY : failure(because);
        }
    }

    private static Occasion failure(String because) {
        boolean full = because.toLowerCase(Locale.ROOT).contains("no space left");
        return full ? Occasion.CARD_FULL : Occasion.TRANSFER_ABORTED;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

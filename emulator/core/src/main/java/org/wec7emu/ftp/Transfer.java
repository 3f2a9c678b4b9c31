package org.wec7emu.ftp;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.fault.FaultState;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.Content;
import org.wec7emu.profile.FtpReplies.Occasion;
import org.wec7emu.storage.CardRemovedException;
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
            lateness(session);
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

    private static void lateness(CeSession session) {
        FaultState faults = session.environment().faults();
        Fault.LateData late = faults.now(FaultKind.LATE_DATA, Fault.LateData.class);
        if (late != null) {
            faults.strike(FaultKind.LATE_DATA, session.id(), "the data connection opens late");
            FaultPause.of(session, FaultKind.LATE_DATA, late.delay());
        }
    }

    private static Occasion move(
            CeSession session, Content content, VirtualPath path, Body body, CeDataConnection connection) {
        FtpEnvironment environment = session.environment();
        long start = System.nanoTime();
        String file = path.toString();
        try {
            connection.gate(new DataGate(
                    environment.faults(),
                    session.id(),
                    content,
                    content != Content.LISTING && session.login().files().isOnCard(path)));
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
            return failure(session, e, because);
        }
    }

    private static Occasion failure(CeSession session, IOException problem, String because) {
        FaultState faults = session.environment().faults();
        if (problem instanceof FileBusyException) {
            return Occasion.FILE_BUSY;
        } else if (problem instanceof CardRemovedException) {
            faults.strike(FaultKind.CARD_REMOVED, session.id(), "the card is removed during the transfer");
            return Occasion.CARD_REMOVED_IN_TRANSFER;
        } else if (because.toLowerCase(Locale.ROOT).contains("no space left")) {
            faults.strike(FaultKind.CARD_FULL, session.id(), "the card takes no more");
            return Occasion.CARD_FULL;
        }
        return Occasion.TRANSFER_ABORTED;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

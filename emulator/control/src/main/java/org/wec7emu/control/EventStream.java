package org.wec7emu.control;

import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventConnection.EventCallback;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.Journal;

/**
 * One client that follows the journal. It is sent a few events at a time, the next ones when those are gone: so a client that
 * doesn't read holds up nobody and takes up no memory. It falls behind, is told how many events it missed when it reads again,
 * and loses its connection if it doesn't.
 */
final class EventStream implements EventCallback {
    private static final int AT_A_TIME = 100;
    private static final int ALIVE_MILLIS = 10_000;
    private static final int RETRY_MILLIS = 1_000;

    private final Journal journal;
    private final EventJson json;
    private final ServerSentEventConnection connection;
    private final Executor ioThread;
    /** Whether something is on its way to the client; whoever sets it sends. */
    private final AtomicBoolean sending = new AtomicBoolean(true);

    private volatile long sent;
    private volatile Journal.@Nullable Subscription subscription;

    /** @param after number of the last event that the client has */
    EventStream(Journal journal, EventJson json, ServerSentEventConnection connection, Executor ioThread, long after) {
        this.journal = journal;
        this.json = json;
        this.connection = connection;
        this.ioThread = ioThread;
        this.sent = after;
    }

    void begin() {
        connection.setKeepAliveTime(ALIVE_MILLIS);
        subscription = journal.listen(this::noticed);
        connection.sendRetry(RETRY_MILLIS, this);
    }

    /** Quick, as the device waits for it: the sending is done elsewhere. */
    private void noticed(DeviceEvent event) {
        if (sending.compareAndSet(false, true)) {
            sendSoon();
        }
    }

    private void sendSoon() {
        try {
            ioThread.execute(this::send);
        } catch (RejectedExecutionException e) {
            end(); // the server stops
        }
    }

    private void send() {
        Journal.Part part = journal.after(sent, AT_A_TIME);
        long missed = part.first() - 1 - sent;
        if (missed < 0) {
            // The client followed another journal before, that of a device which has been started anew since.
            connection.send("{\"last\":" + part.last() + "}", "reset", "0", null);
            part = journal.after(0, AT_A_TIME);
        } else if (missed > 0) {
            connection.send("{\"missed\":" + missed + "}", "gap", Long.toString(part.first() - 1), null);
        }
        sent = part.end();
        int count = part.events().size();
        for (int i = 0; i < count; i++) {
            long number = part.first() + i;
            String data = json.of(number, part.events().get(i));
            connection.send(data, null, Long.toString(number), i == count - 1 ? this : null);
        }
        if (count == 0) {
            sent();
        }
    }

    private void sent() {
        sending.set(false);
        if (journal.after(sent, 0).last() != sent && sending.compareAndSet(false, true)) {
            sendSoon(); // not here: a long journal would make a deep stack
        }
    }

    /** What was sent is gone. */
    @Override
    public void done(ServerSentEventConnection to, String data, String event, String id) {
        sent();
    }

    @Override
    public void failed(ServerSentEventConnection to, String data, String event, String id, IOException e) {
        close();
    }

    /** The connection is closed. */
    void end() {
        Journal.Subscription listening = subscription;
        if (listening != null) {
            listening.close();
        }
    }

    void close() {
        end();
        try {
            connection.close();
        } catch (IOException e) {
            // nobody is there any more, which is all that was wanted
        }
    }
}

package org.wec7emu.control;

import io.undertow.Handlers;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventHandler;
import io.undertow.util.AttachmentKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.wec7emu.journal.Journal;

/** All clients that follow a device's journal by server-sent events. */
final class EventStreams implements AutoCloseable {
    private static final AttachmentKey<Follower> FOLLOWER = AttachmentKey.create(Follower.class);

    private final Journal journal;
    private final EventJson json;
    private final Limits limits;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final ServerSentEventHandler handler = Handlers.serverSentEvents(this::connected);

    /** @param after number of the last event that it has; negative for what is new alone */
    private record Follower(long after, Executor ioThread) {}

    EventStreams(Journal journal, EventJson json, Limits limits) {
        this.journal = journal;
        this.json = json;
        this.limits = limits;
    }

    void open(Call call) throws Exception {
        long after = call.number("after", -1, -1, Long.MAX_VALUE);
        limits.requireFollower();
        if (call.exchange().getRequestMethod().equalToString("HEAD")) {
            call.header("Content-Type", "text/event-stream; charset=UTF-8");
            call.exchange().endExchange();
            return;
        }
        call.exchange()
                .putAttachment(FOLLOWER, new Follower(after, call.exchange().getIoThread()));
        handler.handleRequest(call.exchange());
    }

    private void connected(ServerSentEventConnection connection, String lastEventId) {
        Follower follower = connection.getAttachment(FOLLOWER);
        long after = begin(follower.after(), lastEventId);
        EventStream stream = new EventStream(journal, json, connection, follower.ioThread(), after);
        open.add(stream);
        limits.followerCame();
        connection.addCloseTask(closed -> {
            open.remove(stream);
            limits.followerLeft();
            stream.end();
        });
        stream.begin();
    }

    /** What a client saw last before it was cut off; else what it asks for; else only what is new. */
    private long begin(long asked, @Nullable String lastEventId) {
        if (lastEventId != null && lastEventId.matches("\\d{1,18}")) {
            return Long.parseLong(lastEventId);
        }
        return asked < 0 ? journal.after(Long.MAX_VALUE, 0).last() : asked;
    }

    int count() {
        return open.size();
    }

    @Override
    public void close() {
        open.forEach(EventStream::close);
    }
}

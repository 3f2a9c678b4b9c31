package org.wec7emu.host;

import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;

/**
 * Sees to it that clients who wait for their replies are served before those who send ahead. Who has sent as much as is read
 * at a time has probably sent more; that is read when it is their turn in the {@link Lane}.
 */
final class TurnFilter extends IoFilterAdapter {
    /** What a read takes before its bytes are here, about, in nanoseconds. */
    private static final long READ = 10_000;

    private final int most;
    private final Lane lane;

    /** @param most bytes that are read at a time */
    TurnFilter(int most, Lane lane) {
        this.most = most;
        this.lane = lane;
    }

    @Override
    public void messageReceived(NextFilter next, IoSession session, Object message) {
        boolean sendsAhead = message instanceof IoBuffer bytes && bytes.remaining() >= most;
        long begun = System.nanoTime();
        next.messageReceived(session, message);
        if (sendsAhead) {
            Dispatcher.rest(session, lane.take(READ + System.nanoTime() - begun));
        }
    }
}

package org.wec7emu.host;

import java.util.function.Consumer;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;
import org.jspecify.annotations.Nullable;

/** What a device may want of the input of one of its control connections, besides its lines. */
public final class ControlInput {
    private static final Object LISTENER = ControlInput.class;

    private ControlInput() {}

    /** Lets lines end only with a carriage return and a line feed; with a line feed alone unless asked for. */
    public static void needReturn(IoSession session) {
        LineDecoder.needReturn(session);
    }

    /**
     * Has bytes told as they arrive, also while an earlier command still runs.
     *
     * @param listener runs on the I/O thread, so it must not block
     */
    public static void onArrival(IoSession session, Consumer<byte[]> listener) {
        session.setAttribute(LISTENER, listener);
    }

    /** Stands before lines are made of the bytes. */
    static final class Filter extends IoFilterAdapter {
        @Override
        public void messageReceived(NextFilter next, IoSession session, Object message) {
            Consumer<byte[]> listener = listener(session);
            if (listener != null && message instanceof IoBuffer buffer) {
                byte[] bytes = new byte[buffer.remaining()];
                buffer.duplicate().get(bytes);
                listener.accept(bytes);
            }
            next.messageReceived(session, message);
        }

        @SuppressWarnings("unchecked") // only onArrival sets it
        private static @Nullable Consumer<byte[]> listener(IoSession session) {
            return (Consumer<byte[]>) session.getAttribute(LISTENER);
        }
    }
}

package org.wec7emu.host;

import java.util.concurrent.Executor;
import org.apache.mina.transport.socket.nio.NioProcessor;
import org.apache.mina.transport.socket.nio.NioSession;

/** Goes on at once with a connection that is read again, whoever says so; MINA's own would find out within a second. */
public final class WakingProcessor extends NioProcessor {
    /** For {@link org.apache.mina.core.service.SimpleIoProcessorPool}, which makes one a thread. */
    public WakingProcessor(Executor executor) {
        super(executor);
    }

    @Override
    public void updateTrafficControl(NioSession session) {
        super.updateTrafficControl(session);
        if (!session.isReadSuspended()) {
            wakeup();
        }
    }
}

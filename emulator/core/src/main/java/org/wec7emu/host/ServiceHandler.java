package org.wec7emu.host;

import java.util.function.Function;
import org.apache.mina.core.service.IoHandlerAdapter;
import org.apache.mina.core.session.IdleStatus;
import org.apache.mina.core.session.IoSession;
import org.jspecify.annotations.Nullable;

/** Listens to clients and says nothing. What they send goes no further than MINA's own buffer. */
final class ServiceHandler extends IoHandlerAdapter {
    private static final Object BINDING = ServiceHandler.class;

    private final Function<IoSession, ServiceAcceptor.@Nullable Binding> portOf;

    /** @param portOf what a new connection came to */
    ServiceHandler(Function<IoSession, ServiceAcceptor.@Nullable Binding> portOf) {
        this.portOf = portOf;
    }

    @Override
    public void sessionCreated(IoSession session) {
        ServiceAcceptor.Binding binding = portOf.apply(session);
        if (binding == null) {
            session.closeNow();
            return;
        }
        session.setAttribute(BINDING, binding);
        if (!binding.begin(session)) {
            session.closeNow();
        }
    }

    @Override
    public void inputClosed(IoSession session) {
        session.closeNow();
    }

    @Override
    public void sessionIdle(IoSession session, IdleStatus status) {
        session.closeNow();
    }

    @Override
    public void exceptionCaught(IoSession session, Throwable cause) {
        session.closeNow();
    }

    @Override
    public void sessionClosed(IoSession session) {
        if (session.getAttribute(BINDING) instanceof ServiceAcceptor.Binding binding) {
            binding.end(session);
        }
    }
}

package org.wec7emu.host;

import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.mina.core.service.IoHandler;
import org.apache.mina.core.service.IoHandlerAdapter;
import org.apache.mina.core.session.IdleStatus;
import org.apache.mina.core.session.IoEvent;
import org.apache.mina.core.session.IoEventType;
import org.apache.mina.core.session.IoSession;
import org.jspecify.annotations.Nullable;

/** Gives the events of a connection to the handler of the device that it was made to. */
final class Dispatcher extends IoHandlerAdapter {
    private static final Object HANDLER = Dispatcher.class;

    private final Function<IoSession, ControlAcceptor.@Nullable Binding> bindingOf;

    private final Executor workers;

    /** @param workers run what connections do, each connection's in order */
    Dispatcher(Function<IoSession, ControlAcceptor.@Nullable Binding> bindingOf, Executor workers) {
        this.bindingOf = bindingOf;
        this.workers = workers;
    }

    @Override
    public void sessionCreated(IoSession session) throws Exception {
        ControlAcceptor.Binding binding = bindingOf.apply(session);
        if (binding == null || binding.isFiller(session)) {
            session.closeNow();
            return;
        }
        session.setAttribute(HANDLER, binding.handler());
        binding.handler().sessionCreated(session);
    }

    @Override
    public void sessionOpened(IoSession session) throws Exception {
        IoHandler handler = handlerOf(session);
        if (handler != null) {
            handler.sessionOpened(session);
        }
    }

    /**
     * The client sends nothing more. What it has sent is still answered, as a client may end its half of the connection
     * right behind its last command.
     */
    @Override
    public void inputClosed(IoSession session) throws Exception {
        session.suspendRead(); // the end of the input stays readable, which would keep the I/O thread busy
        IoHandler handler = handlerOf(session);
        if (handler == null) {
            session.closeNow();
            return;
        }
        handler.inputClosed(session);
        workers.execute(new IoEvent(IoEventType.CLOSE, session, null) {
            @Override
            public void fire() {
                session.closeOnFlush();
            }
        });
    }

    @Override
    public void sessionClosed(IoSession session) throws Exception {
        IoHandler handler = handlerOf(session);
        if (handler != null) {
            handler.sessionClosed(session);
        }
    }

    @Override
    public void sessionIdle(IoSession session, IdleStatus status) throws Exception {
        IoHandler handler = handlerOf(session);
        if (handler != null) {
            handler.sessionIdle(session, status);
        }
    }

    @Override
    public void exceptionCaught(IoSession session, Throwable cause) throws Exception {
        IoHandler handler = handlerOf(session);
        if (handler != null) {
            handler.exceptionCaught(session, cause);
        }
    }

    @Override
    public void messageReceived(IoSession session, Object message) throws Exception {
        IoHandler handler = handlerOf(session);
        if (handler != null) {
            handler.messageReceived(session, message);
        }
    }

    @Override
    public void messageSent(IoSession session, Object message) throws Exception {
        IoHandler handler = handlerOf(session);
        if (handler != null) {
            handler.messageSent(session, message);
        }
    }

    private static @Nullable IoHandler handlerOf(IoSession session) {
        return (IoHandler) session.getAttribute(HANDLER);
    }
}

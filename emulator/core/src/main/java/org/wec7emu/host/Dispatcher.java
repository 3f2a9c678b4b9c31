package org.wec7emu.host;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.apache.mina.core.service.IoHandlerAdapter;
import org.apache.mina.core.session.IdleStatus;
import org.apache.mina.core.session.IoSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the events of a connection to the handler of the device that it was made to, one after the other. */
final class Dispatcher extends IoHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Object PARTY = Dispatcher.class;

    private final Function<IoSession, ControlAcceptor.@Nullable Binding> bindingOf;
    private final Executor workers;
    private final ScheduledExecutorService timer;

    /**
     * @param workers run what takes its time
     * @param timer tells connections when they may go on
     */
    Dispatcher(
            Function<IoSession, ControlAcceptor.@Nullable Binding> bindingOf,
            Executor workers,
            ScheduledExecutorService timer) {
        this.bindingOf = bindingOf;
        this.workers = workers;
        this.timer = timer;
    }

    /** Leaves a connection alone for so many nanoseconds. */
    static void rest(IoSession session, long nanos) {
        Party party = party(session);
        if (party != null) {
            party.intake().rest(nanos);
        }
    }

    /** Whom the events of a connection are for, and their order. */
    private record Party(ControlAcceptor.Binding binding, Intake intake) {
        ControlHandler handler() {
            return binding.handler();
        }
    }

    /** Something to do with a handler. */
    private interface Event {
        void reach(ControlHandler handler) throws Exception;
    }

    @Override
    public void sessionCreated(IoSession session) throws Exception {
        ControlAcceptor.Binding binding = bindingOf.apply(session);
        if (binding == null || binding.isFiller(session)) {
            session.closeNow();
            return;
        }
        Party party = new Party(binding, new Intake(session, new Turns(workers), timer));
        session.setAttribute(PARTY, party);
        ControlOutput.prepare(session);
        party.handler().sessionCreated(session);
        binding.begin(session, party.intake());
    }

    @Override
    public void sessionOpened(IoSession session) {
        Party party = party(session);
        if (party != null) {
            inTurn(session, party, party.handler().opensPromptly(), handler -> handler.sessionOpened(session));
        }
    }

    /**
     * The client sends nothing more. What it has sent is still answered, as a client may end its half of the connection
     * right behind its last command.
     */
    @Override
    public void inputClosed(IoSession session) throws Exception {
        Party party = party(session);
        if (party == null) {
            session.closeNow();
            return;
        }
        party.intake().end();
        party.handler().inputClosed(session);
        inTurn(session, party, true, handler -> handler.finish(session));
    }

    @Override
    public void sessionClosed(IoSession session) {
        Party party = party(session);
        if (party != null) {
            inTurn(session, party, true, handler -> {
                party.binding().end(session);
                handler.sessionClosed(session);
            });
        }
    }

    @Override
    public void sessionIdle(IoSession session, IdleStatus status) {
        promptly(session, handler -> handler.sessionIdle(session, status));
    }

    @Override
    public void exceptionCaught(IoSession session, Throwable cause) {
        promptly(session, handler -> handler.exceptionCaught(session, cause));
    }

    @Override
    public void messageReceived(IoSession session, Object message) {
        Party party = party(session);
        if (party != null) {
            boolean prompt = party.handler().isPrompt(message);
            inTurn(session, party, prompt, handler -> handler.messageReceived(session, message));
        }
    }

    @Override
    public void messageSent(IoSession session, Object message) {
        Party party = party(session);
        if (party != null) {
            party.intake().regulate();
        }
    }

    private static void promptly(IoSession session, Event event) {
        Party party = party(session);
        if (party != null) {
            inTurn(session, party, true, event);
        }
    }

    private static void inTurn(IoSession session, Party party, boolean prompt, Event event) {
        party.intake().take(prompt, () -> tell(session, party.handler(), event));
    }

    private static void tell(IoSession session, ControlHandler handler, Event event) {
        try {
            event.reach(handler);
        } catch (Exception e) {
            try {
                handler.exceptionCaught(session, e);
            } catch (Exception again) {
                LOG.error("control connection {} failed", session.getRemoteAddress(), again);
                session.closeNow();
            }
        }
    }

    private static @Nullable Party party(IoSession session) {
        return (Party) session.getAttribute(PARTY);
    }
}

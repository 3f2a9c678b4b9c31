package org.wec7emu.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.apache.mina.core.session.IoEvent;
import org.apache.mina.core.session.IoSession;
import org.jspecify.annotations.Nullable;

/**
 * Runs the events of each connection in order, those of different connections side by side: one that waits never holds up
 * another connection. MINA's own ordered pool does so when two events come while one thread is idle.
 */
final class OrderedWorkers implements Executor {
    private static final Object QUEUE = OrderedWorkers.class;

    private final Executor threads;

    /** @param threads run each task at once, however many others wait */
    OrderedWorkers(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        if (!(task instanceof IoEvent event)) {
            threads.execute(task);
            return;
        }
        Queue queue = queueOf(event.getSession());
        if (queue.add(event)) {
            threads.execute(queue::runAll);
        }
    }

    private static Queue queueOf(IoSession session) {
        Queue queue = (Queue) session.getAttribute(QUEUE);
        if (queue != null) {
            return queue;
        }
        Queue made = new Queue();
        Queue before = (Queue) session.setAttributeIfAbsent(QUEUE, made);
        return before == null ? made : before;
    }

    private static final class Queue {
        private final Deque<IoEvent> waiting = new ArrayDeque<>();
        private boolean running;

        /** Whether nobody runs the events yet. */
        synchronized boolean add(IoEvent event) {
            waiting.add(event);
            boolean first = !running;
            running = true;
            return first;
        }

        void runAll() {
            for (IoEvent event = next(); event != null; event = next()) {
                event.run(); // what a handler throws goes to its exceptionCaught
            }
        }

        private synchronized @Nullable IoEvent next() {
            IoEvent event = waiting.poll();
            running = event != null;
            return event;
        }
    }
}

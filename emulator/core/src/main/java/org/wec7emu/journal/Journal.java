package org.wec7emu.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The events of one device, in order. Keeps the newest {@value #CAPACITY} in memory; whoever needs all of a longer life
 * listens. Safe for use by several threads.
 */
public final class Journal {
    /** Events kept in memory. */
    public static final int CAPACITY = 100_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Deque<DeviceEvent> events = new ArrayDeque<>();
    private final List<Consumer<? super DeviceEvent>> listeners = new CopyOnWriteArrayList<>();
    private long appended;

    /** Adds an event and tells every listener, in order, before it returns. */
    public void append(DeviceEvent event) {
        lock.lock();
        try {
            if (events.size() == CAPACITY) {
                events.removeFirst();
            }
            events.addLast(event);
            appended++;
            listeners.forEach(listener -> listener.accept(event));
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Calls {@code listener} with each event from now on. It must be quick and must not append. */
    public Subscription listen(Consumer<? super DeviceEvent> listener) {
        lock.lock();
        try {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        } finally {
            lock.unlock();
        }
    }

    /** What has happened so far, oldest first. */
    public List<DeviceEvent> events() {
        lock.lock();
        try {
            return List.copyOf(events);
        } finally {
            lock.unlock();
        }
    }

    /** What has happened so far of one kind, oldest first. */
    public <E extends DeviceEvent> List<E> events(Class<E> kind) {
        List<E> found = new ArrayList<>();
        for (DeviceEvent event : events()) {
            if (kind.isInstance(event)) {
                found.add(kind.cast(event));
            }
        }
        return found;
    }

    /**
     * Waits until an event of that kind satisfies the condition, those of the past included.
     *
     * @return the first such event, or empty when none came within {@code limit}
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public <E extends DeviceEvent> Optional<E> await(Class<E> kind, Predicate<? super E> condition, Duration limit)
            throws InterruptedException {
        long nanos = limit.toNanos();
        lock.lock();
        try {
            long seen = 0;
            while (true) {
                if (seen != appended) {
                    seen = appended;
                    Optional<E> found = first(kind, condition);
                    if (found.isPresent()) {
                        return found;
                    }
                }
                if (nanos <= 0) {
                    return Optional.empty();
                }
                nanos = grown.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private <E extends DeviceEvent> Optional<E> first(Class<E> kind, Predicate<? super E> condition) {
        return events.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(condition)
                .findFirst();
    }

    /** Ends a listening. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}

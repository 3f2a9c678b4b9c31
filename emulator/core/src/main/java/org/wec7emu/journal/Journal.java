package org.wec7emu.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
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

    /** Calls {@code listener} with each event that is still in memory, and then as {@link #listen} does; none is left out. */
    public Subscription replay(Consumer<? super DeviceEvent> listener) {
        lock.lock();
        try {
            events.forEach(listener);
            return listen(listener);
        } finally {
            lock.unlock();
        }
    }

    /**
     * A part of the journal, whose events are numbered from 1 in the life of the journal.
     *
     * @param first number of the first event in it; if it has none, of the next that will come
     * @param events oldest first
     * @param last number of the journal's newest event; 0 when it has none
     */
    public record Part(long first, List<DeviceEvent> events, long last) {
        public Part {
            events = List.copyOf(events);
        }

        /** Number of the last event in it; what to ask for the next part with. */
        public long end() {
            return first + events.size() - 1;
        }
    }

    /**
     * The events after that of a number, as far as they are still in memory: where the part begins later than asked for, those
     * in between are lost.
     *
     * @param number 0 for the beginning; one that hasn't come yet gives an empty part
     * @param most how many at most
     */
    public Part after(long number, int most) {
        lock.lock();
        try {
            long begin = Math.min(Math.max(number, appended - events.size()), appended);
            int count = (int) Math.min(most, appended - begin);
            int skipped = (int) (events.size() - (appended - begin));
            boolean nearTheEnd = skipped > events.size() / 2;
            return new Part(begin + 1, nearTheEnd ? fromEnd(begin, count) : fromStart(skipped, count), appended);
        } finally {
            lock.unlock();
        }
    }

    private List<DeviceEvent> fromStart(int skipped, int count) {
        return events.stream().skip(skipped).limit(count).toList();
    }

    /** Who follows a long journal asks for its end again and again. */
    private List<DeviceEvent> fromEnd(long begin, int count) {
        List<DeviceEvent> part = new ArrayList<>();
        Iterator<DeviceEvent> newestFirst = events.descendingIterator();
        for (long number = appended; number > begin; number--) {
            DeviceEvent event = newestFirst.next();
            if (number <= begin + count) {
                part.add(event);
            }
        }
        Collections.reverse(part);
        return part;
    }

    /**
     * Waits until there is an event after that of a number.
     *
     * @return whether there is one
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public boolean awaitAfter(long number, Duration limit) throws InterruptedException {
        long nanos = limit.toNanos();
        lock.lock();
        try {
            while (appended <= number && nanos > 0) {
                nanos = grown.awaitNanos(nanos);
            }
            return appended > number;
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

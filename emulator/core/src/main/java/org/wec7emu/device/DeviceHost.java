package org.wec7emu.device;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Many devices in one process, each with its own address or ports, files and firewall. They share threads, timers and the
 * table in the kernel's packet filter, so one more costs memory and sockets, but no thread.
 *
 * <pre>{@code
 * AddressPool addresses = AddressPool.of(AddressRange.parse("127.21.0.0/16"));
 * try (DeviceHost host = new DeviceHost()) {
 *     for (int i = 0; i < 100; i++) {
 *         plan.add(Device.builder(profile).bind(addresses.next()));
 *     }
 *     List<Device> devices = host.start(plan, started -> {});
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class DeviceHost implements AutoCloseable {
    private static final String CLOSED = "the host of these devices was closed meanwhile";

    private final List<Device> devices = new ArrayList<>();
    private int starting;
    private volatile boolean closed;

    /**
     * Starts devices, several at a time, or none: when one of them can't be had, those that run already are closed.
     *
     * @param plans of each device
     * @param started hears after each start how many run, on whatever thread
     * @return the devices in the order of their plans
     * @throws DeviceStartException when one of them can't start; the message says which and why
     * @throws IOException when this was closed meanwhile and a device didn't end clean
     * @throws InterruptedException when this thread is interrupted meanwhile
     */
    public List<Device> start(List<DeviceBuilder> plans, IntConsumer started) throws IOException, InterruptedException {
        synchronized (this) {
            starting++;
        }
        try {
            return startAll(plans, started);
        } finally {
            synchronized (this) {
                starting--;
                notifyAll();
            }
        }
    }

    private List<Device> startAll(List<DeviceBuilder> plans, IntConsumer started)
            throws IOException, InterruptedException {
        AtomicInteger running = new AtomicInteger();
        AtomicBoolean given = new AtomicBoolean();
        SideBySide threads = new SideBySide(plans.size());
        List<Future<Device>> starts = new ArrayList<>();
        List<Device> done = new ArrayList<>();
        try {
            for (DeviceBuilder plan : plans) {
                starts.add(threads.submit(() -> start(plan, given, () -> started.accept(running.incrementAndGet()))));
            }
            for (Future<Device> start : starts) {
                done.add(start.get());
            }
            keep(done);
            return done;
        } catch (ExecutionException e) {
            giveUp(starts, given);
            throw failure(e.getCause(), done.size(), plans.size());
        } catch (InterruptedException e) {
            giveUp(starts, given);
            throw e;
        } finally {
            threads.close();
        }
    }

    private Device start(DeviceBuilder plan, AtomicBoolean given, Runnable started) throws IOException {
        if (given.get() || closed) {
            throw new DeviceStartException(closed ? CLOSED : "another device couldn't be started");
        }
        Device device = plan.start();
        started.run();
        return device;
    }

    private void keep(List<Device> started) throws IOException {
        synchronized (this) {
            if (!closed) {
                devices.addAll(started);
                return;
            }
        }
        close(started);
        throw new DeviceStartException(CLOSED);
    }

    private static DeviceStartException failure(@Nullable Throwable cause, int before, int all) {
        String why = cause == null ? "" : String.valueOf(cause.getMessage());
        String message = "device " + (before + 1) + " of " + all + ": " + why;
        return new DeviceStartException(
                why.contains("Too many open files")
                        ? message + "; allow this process more (ulimit -n), or leave out the services besides FTP"
                        : message,
                cause == null ? new IOException(why) : cause);
    }

    /** Waits for those that are just starting, and closes them all. */
    private void giveUp(List<Future<Device>> starts, AtomicBoolean given) {
        given.set(true);
        List<Device> running = new ArrayList<>();
        boolean interrupted = Thread.interrupted();
        for (Future<Device> start : starts) {
            try {
                running.add(start.get());
            } catch (ExecutionException e) {
                // the first failure is the one that is told
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        try {
            close(running);
        } catch (IOException e) {
            // of devices that nobody had yet
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** All that run, in the order of their starts. */
    public synchronized List<Device> devices() {
        return List.copyOf(devices);
    }

    /**
     * Takes all devices off the network, several at a time; those that are just starting end as soon as they have started. Does
     * nothing the second time.
     */
    @Override
    public void close() throws IOException {
        List<Device> ending;
        synchronized (this) {
            closed = true;
            awaitStarts();
            ending = List.copyOf(devices);
            devices.clear();
        }
        close(ending);
    }

    /** A start has its own limits, and sees that this is closed. */
    private synchronized void awaitStarts() {
        boolean interrupted = false;
        while (starting > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(List<Device> ending) throws IOException {
        SideBySide threads = new SideBySide(ending.size());
        IOException problem = null;
        try {
            List<Future<Void>> ends = new ArrayList<>();
            for (Device device : ending) {
                ends.add(threads.submit(() -> {
                    device.close();
                    return null;
                }));
            }
            for (Future<Void> end : ends) {
                IOException one = failure(end);
                problem = problem == null ? one : problem;
            }
        } finally {
            threads.close();
        }
        if (problem != null) {
            throw problem;
        }
    }

    private static @Nullable IOException failure(Future<Void> end) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    end.get();
                    return null;
                } catch (InterruptedException e) {
                    interrupted = true; // what a close waits for has a limit
                }
            }
        } catch (ExecutionException e) {
            return e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

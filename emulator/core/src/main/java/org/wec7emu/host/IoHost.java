package org.wec7emu.host;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.mina.core.service.SimpleIoProcessorPool;
import org.apache.mina.transport.socket.nio.NioSession;
import org.jspecify.annotations.Nullable;

/**
 * The threads that all devices of a process share: one acceptor for control ports and one for services, one I/O processor a
 * core, one timer, and workers that are made when a command runs that may wait, and end when idle. A device that nobody talks to costs no
 * thread; the last device to close ends them all.
 *
 * <p>A command that is answered at once is run by the I/O processor that has read it. A worker is busy only while another one
 * runs, which includes the wait for a data connection. There are as many as sessions that need one, so waiting clients can't
 * starve others.
 */
public final class IoHost {
    private static final int WORKER_KEEP_ALIVE_SECONDS = 5;
    private static final Duration DISPOSAL = Duration.ofSeconds(5);

    private static @Nullable IoHost shared;
    private static int leases;

    private final NamedThreads workerThreads = new NamedThreads("wec7emu-worker-");
    private final NamedThreads timerThreads = new NamedThreads("wec7emu-timer-");
    private final NamedThreads ioThreads = new NamedThreads("wec7emu-io-");
    private final NamedThreads openingThreads = new NamedThreads("wec7emu-opening-");
    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor timer;
    private final ExecutorService ioExecutor;
    private final SimpleIoProcessorPool<NioSession> processors;
    private final ControlAcceptor acceptor;
    private @Nullable ServiceAcceptor services;

    private IoHost() {
        workers = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                WORKER_KEEP_ALIVE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                workerThreads,
                new ThreadPoolExecutor.DiscardPolicy()); // of what comes when the last device has gone
        timer = new ScheduledThreadPoolExecutor(1, timerThreads);
        timer.setRemoveOnCancelPolicy(true);
        ioExecutor = Executors.newCachedThreadPool(ioThreads);
        processors = new SimpleIoProcessorPool<>(
                WakingProcessor.class, ioExecutor, Runtime.getRuntime().availableProcessors(), null);
        acceptor = new ControlAcceptor(workers, timer, ioExecutor, processors);
    }

    /** Takes a share of the process's threads, which start with the first share. Must be {@linkplain Lease#close closed}. */
    public static synchronized Lease lease() {
        IoHost host = shared;
        if (host == null) {
            host = new IoHost();
            shared = host;
        }
        leases++;
        return new Lease(host);
    }

    private static void release() {
        IoHost last = null;
        synchronized (IoHost.class) {
            leases--;
            if (leases == 0) {
                last = shared;
                shared = null;
            }
        }
        if (last != null) {
            last.dispose();
        }
    }

    /** Made when it is first needed, as a start to the greeting is not to wait for it. */
    private synchronized ServiceAcceptor services() {
        ServiceAcceptor made = services;
        if (made == null) {
            made = new ServiceAcceptor(ioExecutor, processors);
            services = made;
        }
        return made;
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // what the task waits for has a limit
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void dispose() {
        acceptor.dispose();
        ServiceAcceptor unused = services;
        if (unused != null) {
            unused.dispose();
        }
        processors.dispose();
        ioExecutor.shutdown();
        timer.shutdownNow();
        workers.shutdownNow();
        try {
            workerThreads.join(DISPOSAL);
            timerThreads.join(DISPOSAL);
            ioThreads.join(DISPOSAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A share of the threads, for the life of one device. */
    public static final class Lease implements AutoCloseable {
        private final IoHost host;
        private boolean closed;

        private Lease(IoHost host) {
            this.host = host;
        }

        /** Takes in control connections. */
        public ControlAcceptor acceptor() {
            return host.acceptor;
        }

        /** Listens on the ports of services besides FTP. */
        public ServiceAcceptor services() {
            return host.services();
        }

        /** Runs tasks that only wait, side by side, and returns when all have ended. */
        public void runAll(List<? extends Runnable> tasks) {
            List<Thread> threads =
                    tasks.stream().skip(1).map(host.openingThreads::newThread).toList();
            threads.forEach(Thread::start);
            tasks.stream().limit(1).forEach(Runnable::run);
            threads.forEach(IoHost::join);
        }

        /** For tasks of microseconds. */
        public ScheduledExecutorService timer() {
            return host.timer;
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                release();
            }
        }
    }
}

package org.wec7emu.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.mina.core.session.DummySession;
import org.apache.mina.core.session.IoEvent;
import org.apache.mina.core.session.IoEventType;
import org.apache.mina.core.session.IoSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each connection's events run in order; connections don't wait for each other. */
class OrderedWorkersTests {
    private static final int LIMIT_SECONDS = 15;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final OrderedWorkers workers = new OrderedWorkers(threads);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static IoEvent event(IoSession session, Runnable task) {
        return new IoEvent(IoEventType.MESSAGE_RECEIVED, session, "") {
            @Override
            public void fire() {
                task.run();
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void keepsTheOrderOfEachConnection() {
        List<Integer> run = Collections.synchronizedList(new ArrayList<>());
        IoSession session = new DummySession();
        CountDownLatch all = new CountDownLatch(10_000);
        for (int i = 0; i < 10_000; i++) {
            int number = i;
            workers.execute(event(session, () -> {
                run.add(number);
                all.countDown();
            }));
        }

        await(all);
        assertThat(run).isSorted().hasSize(10_000);
    }

    @Test
    void oneThatWaitsHoldsUpNobodyElse() {
        IoSession patient = new DummySession();
        IoSession other = new DummySession();
        for (int i = 0; i < 500; i++) {
            CountDownLatch go = new CountDownLatch(1);
            CountDownLatch went = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            workers.execute(event(patient, () -> {
                await(go);
                went.countDown();
            }));
            workers.execute(event(other, done::countDown));

            await(done);
            go.countDown();
            await(went);
        }
    }
}

package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.enforce.Clients;
import org.wec7emu.firewall.enforce.EnforcementException;

/** What several devices want of the kernel goes to it together, and in order. */
class TransactionsTests {
    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
    private final Transactions transactions = new Transactions(this::run);

    private void run(String text) throws EnforcementException {
        ran.add(text);
        if (text.contains("bad")) {
            throw new EnforcementException("refused: " + text);
        }
    }

    @Test
    void areRunTogetherInTheOrderInWhichTheyWereHandedIn() throws Exception {
        transactions.handIn("a ");
        Transactions.Request second = transactions.handIn("b ");
        transactions.handIn("c");

        second.await();

        assertThat(ran).containsExactly("a b c");
    }

    @Test
    void areRunOnce() throws Exception {
        Transactions.Request request = transactions.handIn("a");

        request.await();
        request.await();

        assertThat(ran).containsExactly("a");
    }

    @Test
    void areRunOneByOneWhenOneIsRefused() throws Exception {
        Transactions.Request first = transactions.handIn("a ");
        Transactions.Request bad = transactions.handIn("bad ");
        Transactions.Request last = transactions.handIn("c ");

        first.await();
        last.await();

        assertThat(ran).containsExactly("a bad c ", "a ", "bad ", "c ");
        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(bad::await)
                .withMessage("refused: bad ");
    }

    @Test
    void waitForThoseThatRunAndGoTogetherThen() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Transactions slow = new Transactions(text -> {
            ran.add(text);
            begun.countDown();
            await(mayEnd);
        });
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Future<?> first = threads.submit(() -> awaited(slow.handIn("a")));
            await(begun);
            Transactions.Request second = slow.handIn("b");
            Transactions.Request third = slow.handIn("c");
            Future<?> waiting = threads.submit(() -> awaited(second));
            Future<?> alsoWaiting = threads.submit(() -> awaited(third));
            mayEnd.countDown();

            for (Future<?> each : List.of(first, waiting, alsoWaiting)) {
                each.get(Clients.LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
            assertThat(ran).containsExactly("a", "bc");
        } finally {
            mayEnd.countDown();
            threads.shutdownNow();
        }
    }

    private static Void awaited(Transactions.Request request) throws EnforcementException {
        request.await();
        return null;
    }

    private static void await(CountDownLatch latch) throws EnforcementException {
        try {
            assertThat(latch.await(Clients.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new EnforcementException("interrupted", e);
        }
    }
}

package org.wec7emu.clients;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs clients at the same time, as most of them wait for something that never comes. */
final class SideBySide {
    private SideBySide() {}

    /**
     * What came of each, in the same order.
     *
     * @param work what to run, by names of the caller's
     * @param atATime most that run at the same moment
     * @throws Exception what the first of them failed with
     */
    static <K, T> Map<K, T> run(Map<K, Callable<T>> work, int atATime) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(atATime);
        try {
            List<K> names = new ArrayList<>(work.keySet());
            List<Future<T>> running = clients.invokeAll(work.values());
            Map<K, T> results = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                results.put(names.get(i), running.get(i).get());
            }
            return results;
        } finally {
            clients.shutdownNow();
        }
    }
}

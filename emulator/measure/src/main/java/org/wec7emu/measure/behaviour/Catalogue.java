package org.wec7emu.measure.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.wec7emu.measure.behaviour.Side.Emulated;

/** The main behaviours of many images, several measured at a time, as much of the time is waiting. */
public final class Catalogue {
    private static final int AT_A_TIME = 4;

    private Catalogue() {}

    /** A row an image, in their order. Interrupting the thread that waits ends it, and nothing of it is left. */
    public static List<CatalogueRow> of(List<Emulated> images, Measurement.Progress progress)
            throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME, Measurement::daemon);
        try {
            List<Future<CatalogueRow>> begun = new ArrayList<>();
            images.forEach(image -> begun.add(threads.submit(() -> CatalogueRow.of(image, progress))));
            List<CatalogueRow> rows = new ArrayList<>();
            for (Future<CatalogueRow> row : begun) {
                rows.add(row.get());
            }
            return rows;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException("the measurement was interrupted");
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            Measurement.end(threads);
        }
    }
}

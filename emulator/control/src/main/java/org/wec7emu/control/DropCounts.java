package org.wec7emu.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.ConnectionDropped;
import org.wec7emu.journal.DeviceEvent.DataConnectionDropped;
import org.wec7emu.journal.DeviceEvent.DialBlocked;
import org.wec7emu.journal.DeviceEvent.PacketsDropped;
import org.wec7emu.journal.Journal;

/** How much the device's firewall dropped since its journal began, as far as that was kept, by rule and by what it was. */
final class DropCounts implements AutoCloseable {
    /** Somebody who scans all ports doesn't get a line for each. */
    private static final int MOST_KINDS = 1_000;

    private static final String PASSIVE = "passive data connections";
    private static final String ACTIVE = "active data connections";
    private static final String OTHERS = "others";

    private final Map<Kind, Count> counts = new HashMap<>();
    /** Events that the journal had no more when the counting began. */
    private final long missed;

    private final Journal.Subscription subscription;

    private record Kind(String rule, String traffic) {}

    private record Count(long attempts, Instant last, String because) {}

    private DropCounts(Journal journal) {
        missed = journal.after(0, 0).first() - 1;
        subscription = journal.replay(this::add);
    }

    static DropCounts of(Journal journal) {
        return new DropCounts(journal);
    }

    private void add(DeviceEvent event) {
        if (event instanceof ConnectionDropped e) {
            add(new Kind(e.rule(), "tcp/" + e.port()), new Count(e.attempts(), e.at(), e.because()));
        } else if (event instanceof DataConnectionDropped e) {
            add(new Kind(e.rule(), PASSIVE), new Count(e.attempts().orElse(1), e.at(), e.because()));
        } else if (event instanceof DialBlocked e) {
            add(new Kind(e.rule(), ACTIVE), new Count(1, e.at(), e.because()));
        } else if (event instanceof PacketsDropped e) {
            add(new Kind(e.rule(), e.traffic()), new Count(e.packets(), e.at(), e.because()));
        }
    }

    private synchronized void add(Kind kind, Count more) {
        boolean full = counts.size() >= MOST_KINDS && !counts.containsKey(kind);
        counts.merge(
                full ? new Kind(kind.rule(), OTHERS) : kind,
                more,
                (before, now) -> new Count(before.attempts() + now.attempts(), now.last(), now.because()));
    }

    /** Of one rule. */
    synchronized long by(String rule) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().rule().equals(rule))
                .mapToLong(entry -> entry.getValue().attempts())
                .sum();
    }

    synchronized Map<String, Object> json() {
        List<Map<String, Object>> list = new ArrayList<>();
        long total = 0;
        for (Map.Entry<Kind, Count> entry : counts.entrySet()) {
            Count count = entry.getValue();
            total += count.attempts();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("rule", entry.getKey().rule());
            json.put("traffic", entry.getKey().traffic());
            json.put("attempts", count.attempts());
            json.put("last", count.last().toString());
            json.put("because", count.because());
            list.add(json);
        }
        list.sort(Comparator.comparing(json -> String.valueOf(json.get("traffic"))));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", total);
        json.put("missed", missed);
        json.put("drops", list);
        return json;
    }

    @Override
    public void close() {
        subscription.close();
    }
}

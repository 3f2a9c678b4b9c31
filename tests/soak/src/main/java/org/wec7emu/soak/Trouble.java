package org.wec7emu.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wec7emu.fault.Fault;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;

/** Changes rules, begins and ends faults, restarts: a device has its turn each few seconds. */
final class Trouble implements Runnable {
    /** On average of each device. */
    private static final long PAUSE_MILLIS = 3_000;

    private static final int SHORTEST_MILLIS = 200;
    private static final int LONGEST_MILLIS = 1_200;

    private final List<Site> sites;
    private final SplittableRandom random;
    private final Findings findings;
    private final CountDownLatch stop;
    private final Map<Site, Long> until = new HashMap<>();

    Trouble(List<Site> sites, SplittableRandom random, Findings findings, CountDownLatch stop) {
        this.sites = sites;
        this.random = random;
        this.findings = findings;
        this.stop = stop;
    }

    /** Ends when it is told to, with all faults ended and rules that let clients in. */
    @Override
    public void run() {
        try {
            long next = System.nanoTime();
            while (!stop.await(SHORTEST_MILLIS / 10, TimeUnit.MILLISECONDS)) {
                long now = System.nanoTime();
                for (Map.Entry<Site, Long> lasting : List.copyOf(until.entrySet())) {
                    if (lasting.getValue() - now <= 0) {
                        calm(lasting.getKey());
                    }
                }
                if (next - now <= 0) {
                    next = now + TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS / sites.size());
                    Site site = sites.get(random.nextInt(sites.size()));
                    if (!until.containsKey(site)) {
                        disturb(site);
                    }
                }
            }
            for (Site site : List.copyOf(until.keySet())) {
                calm(site);
            }
        } catch (IOException | RuntimeException e) {
            findings.fail("a device couldn't be changed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void calm(Site site) throws IOException, InterruptedException {
        until.remove(site);
        if (site.fault().isPresent()) {
            site.endFault();
        } else {
            site.enter(site.rulesAtStart());
            findings.count("rule changes");
        }
    }

    private void disturb(Site site) throws IOException {
        int what = random.nextInt(20);
        if (what == 0) {
            site.restart();
            findings.count("restarts");
        } else if (what == 1) {
            site.cutPower();
            findings.count("power cuts");
        } else if (what < 9) {
            site.enter(rules(site));
            findings.count("rule changes");
            lasts(site);
        } else {
            Fault fault = fault();
            site.begin(fault);
            findings.count("fault " + fault.kind().label());
            findings.count("faults");
            lasts(site);
        }
    }

    private void lasts(Site site) {
        long millis = random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS);
        until.put(site, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private RuleSet rules(Site site) {
        RuleSet rules = site.rulesAtStart();
        return switch (random.nextInt(4)) {
            case 0 -> rules.withEnabled(!rules.enabled());
            case 1 ->
                rules.withEnabled(true)
                        .with(Rule.allow(
                                rules.freeName(),
                                new Traffic.Tcp(site.device().profile().ephemeralPorts())));
            case 2 -> rules.withEnabled(true);
            default -> new RuleSet(rules.dialect(), true, List.of());
        };
    }

    private Fault fault() {
        return switch (random.nextInt(11)) {
            case 0 -> new Fault.PowerCut(random.nextInt(200_000));
            case 1 -> new Fault.Restart(random.nextInt(200_000));
            case 2 -> new Fault.CardFull(random.nextInt(2) * 65_536L);
            case 3 -> new Fault.CardRemoved();
            case 4 -> new Fault.SlowCard(random.nextInt(200_000, 2_000_000));
            case 5 -> new Fault.LinkDown();
            case 6 ->
                new Fault.SlowLink(random.nextLong(5_000_000, 100_000_000), Duration.ofMillis(random.nextInt(50)));
            case 7 -> new Fault.LateData(Duration.ofMillis(random.nextInt(1, 300)));
            case 8 -> new Fault.NoAnswer();
            case 9 -> new Fault.SessionLimit();
            default -> new Fault.ClockReset();
        };
    }
}

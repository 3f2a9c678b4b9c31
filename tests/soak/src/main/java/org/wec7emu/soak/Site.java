package org.wec7emu.soak;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.wec7emu.device.Device;
import org.wec7emu.device.WhatWorks;
import org.wec7emu.device.WhatWorks.Works;
import org.wec7emu.fault.Fault;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.ConnectionOpened;
import org.wec7emu.report.Ladder;
import org.wec7emu.report.LadderText;
import org.wec7emu.report.Ladders;

/** A device, what its clients must meet, and what must be on its card. One thread changes it. */
final class Site {
    private static final Duration RESTART_LIMIT = Duration.ofSeconds(30);

    private final Device device;
    private final RuleSet rulesAtStart;
    private final Shelf shelf;
    private final Mishap mishap;
    private final Conditions conditions = new Conditions();
    private final Semaphore starts = new Semaphore(0);
    private Optional<Fault> fault = Optional.empty();

    Site(Device device, long seed, Mishap mishap) throws IOException {
        this.device = device;
        this.mishap = mishap;
        rulesAtStart = device.firewall();
        shelf = new Shelf(device.userRoot(), seed);
        device.journal().listen(event -> {
            if (event instanceof DeviceEvent.DeviceStarted) {
                starts.release();
            }
        });
        settle();
    }

    Device device() {
        return device;
    }

    Shelf shelf() {
        return shelf;
    }

    Mishap mishap() {
        return mishap;
    }

    Conditions conditions() {
        return conditions;
    }

    RuleSet rulesAtStart() {
        return rulesAtStart;
    }

    Optional<Fault> fault() {
        return fault;
    }

    InetSocketAddress server() {
        return new InetSocketAddress(device.host(), device.port());
    }

    private void settle() {
        WhatWorks works = device.whatWorks();
        conditions.settle(
                works.control().works() == Works.YES,
                mishap.passiveIsOpen(works.passive().works() == Works.YES),
                fault);
    }

    void enter(RuleSet rules) throws IOException {
        conditions.unsettle();
        device.firewall(rules);
        settle();
    }

    void restart() throws IOException {
        conditions.unsettle();
        device.restart();
        settle();
    }

    void cutPower() throws IOException {
        conditions.unsettle();
        device.powerCut();
        settle();
    }

    /** What happens once happens whenever a client makes it, so as long as such a fault is on nothing is certain. */
    void begin(Fault beginning) throws IOException {
        conditions.unsettle();
        starts.drainPermits();
        fault = Optional.of(beginning);
        device.faults().start(beginning);
        if (!beginning.kind().isOnce()) {
            settle();
        }
    }

    /** @throws IOException also when a device that was to restart doesn't */
    void endFault() throws IOException, InterruptedException {
        Fault ending = fault.orElseThrow();
        if (!ending.kind().isOnce()) {
            conditions.unsettle();
        }
        boolean ended = device.faults().end(ending.kind());
        if (!ended && !starts.tryAcquire(RESTART_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException(this + " isn't back " + RESTART_LIMIT.toSeconds() + " s after "
                    + ending.kind().label());
        }
        fault = Optional.empty();
        settle();
    }

    /** The session of a client, as people draw it; empty when the journal has none. */
    String ladder(int clientPort) {
        List<DeviceEvent> events = device.journal().events();
        long session = 0;
        for (DeviceEvent event : events) {
            if (event instanceof ConnectionOpened opened && opened.client().endsWith(":" + clientPort)) {
                session = opened.session();
            }
        }
        long found = session;
        List<Ladder> ladders = Ladders.of(events.stream()
                .filter(event -> event instanceof DeviceEvent.DeviceStarted
                        || (event instanceof DeviceEvent.OfSession of && of.session() == found))
                .toList());
        return ladders.isEmpty() ? "" : LadderText.of(ladders.get(ladders.size() - 1));
    }

    @Override
    public String toString() {
        return device.host() + ":" + device.port() + " (" + device.enforcement().label() + ", "
                + device.profile().image() + ")";
    }
}

package org.wec7emu.device;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.journal.DeviceEvent;

/**
 * The device's rules as they were entered, and those of them that are in force at the hour: rules may hold at certain times
 * only. Times are those of the device's clock in the host's time zone.
 */
final class FirewallSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(FirewallSchedule.class);
    /** A host's clock may be set meanwhile, so nobody sleeps longer over the next change. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Surroundings surroundings;
    private final AfterChange afterChange;
    private RuleSet entered;
    private @Nullable ScheduledFuture<?> next;
    private boolean stopped;

    /**
     * @param entered whose rules of the hour are in force already
     * @param afterChange called when the time has put other rules in force
     */
    FirewallSchedule(Surroundings surroundings, RuleSet entered, AfterChange afterChange) {
        this.surroundings = surroundings;
        this.entered = entered;
        this.afterChange = afterChange;
    }

    /** What is to follow the rules in force. */
    @FunctionalInterface
    interface AfterChange {
        void run() throws IOException;
    }

    /** Begins to follow the clock. */
    void start() {
        follow();
    }

    /** The rules in force now of those entered. */
    static RuleSet inForce(RuleSet entered, java.time.InstantSource clock) {
        return entered.at(LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault()));
    }

    synchronized RuleSet entered() {
        return entered;
    }

    /** @throws IOException when the rules can't be enforced; the old ones stay then */
    synchronized void enter(RuleSet rules) throws IOException {
        surroundings.enforcement().apply(inForce(rules, surroundings.deviceClock()));
        entered = rules;
        follow();
    }

    /** Looks at the clock again, which was set. */
    void followClock() {
        surroundings.host().timer().execute(this::change);
    }

    private synchronized void follow() {
        ScheduledFuture<?> waiting = next;
        if (waiting != null) {
            waiting.cancel(false);
        }
        LocalDateTime now = LocalDateTime.ofInstant(surroundings.deviceClock().instant(), ZoneId.systemDefault());
        Optional<LocalDateTime> change = stopped ? Optional.empty() : entered.nextChange(now);
        next = change.isEmpty()
                ? null
                : surroundings
                        .host()
                        .timer()
                        .schedule(this::change, untilThen(now, change.get()).toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    private static Duration untilThen(LocalDateTime now, LocalDateTime change) {
        Duration left = Duration.between(now, change);
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    private void change() {
        try {
            if (applyRulesOfTheHour()) {
                afterChange.run(); // without a lock, as it takes the device's, whose holder may wait for ours
            }
        } catch (IOException e) {
            LOG.error("the firewall's rules of this hour can't be put in force: {}", e.getMessage());
        }
        follow();
    }

    private synchronized boolean applyRulesOfTheHour() throws IOException {
        RuleSet rules = inForce(entered, surroundings.deviceClock());
        if (stopped || rules.equals(surroundings.enforcement().rules())) {
            return false;
        }
        surroundings.enforcement().apply(rules);
        surroundings
                .journal()
                .append(new DeviceEvent.FirewallChanged(
                        surroundings.clock().instant(),
                        rules.enabled(),
                        rules.rules().size()));
        return true;
    }

    synchronized void stop() {
        stopped = true;
        follow();
    }
}

package org.wec7emu.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wec7emu.report.Step.Arrow;
import org.wec7emu.report.Step.Fate;
import org.wec7emu.report.Step.Note;
import org.wec7emu.report.Step.Tone;

/** Collects the steps and ports of one ladder. */
final class LadderSteps {
    private static final int HIGHEST_PORT = 65_535;

    private final Surroundings surroundings;
    private final Instant begin;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Lane, Set<Integer>> ports = new EnumMap<>(Lane.class);
    private String clientWall;
    private int transfers;
    private int failed;
    private int dropped;
    private String lastAttempt = "";
    private long attempts;
    private Duration lasted = Duration.ZERO;

    LadderSteps(Surroundings surroundings, Instant begin) {
        this.surroundings = surroundings;
        this.begin = begin;
        this.clientWall = surroundings.clientWall();
    }

    void control(Instant at, Lane from, Lane to, Tone tone, String text) {
        add(new Arrow(since(at), from, to, Fate.ARRIVES, tone, text, ""));
    }

    void data(Instant at, Lane from, Lane to, String text) {
        control(at, from, to, Tone.DATA, text);
    }

    void transfer(Instant at, Lane from, Lane to, String text) {
        transfers++;
        data(at, from, to, text);
    }

    void brokenOff(Instant at, Lane from, Lane to, String text, String because) {
        failed++;
        add(new Arrow(since(at), from, to, Fate.ARRIVES, Tone.BAD, text, because));
    }

    /**
     * The firewall drops attempts. Those right after attempts of the same kind are told with them, in one step: a client that gets
     * no answer tries again and again.
     */
    void dropped(Instant at, Lane from, Lane to, String attempt, long times, String rule, String because) {
        dropped++;
        String named = rule.isEmpty() || because.contains(rule) ? "" : " (rule " + rule + ")";
        String caption = "DROPPED by the firewall: " + because + named;
        Duration since = since(at);
        String until = "";
        if (attempt.equals(lastAttempt)
                && !steps.isEmpty()
                && steps.get(steps.size() - 1) instanceof Arrow before
                && before.fate() == Fate.DROPPED_BY_FIREWALL
                && before.caption().equals(caption)) {
            steps.remove(steps.size() - 1);
            since = before.at();
            until = " until " + Words.seconds(since(at));
            attempts += times;
        } else {
            attempts = times;
        }
        lastAttempt = attempt;
        lasted = since(at);
        String text = attempts == 1 ? attempt : attempt + ", " + attempts + " times" + until;
        steps.add(new Arrow(since, from, to, Fate.DROPPED_BY_FIREWALL, Tone.BAD, text, caption));
    }

    void lost(Instant at, Lane from, Lane to, String text, String path, String because) {
        dropped++;
        clientWall = path; // a journal that begins later than the device doesn't say so before
        add(new Arrow(
                since(at),
                from,
                to,
                Fate.LOST_AT_CLIENT,
                Tone.BAD,
                text,
                "DROPPED on the client's side (" + path + "): " + because));
    }

    void refused(Instant at, Lane from, Lane to, String text, String because) {
        add(new Arrow(since(at), from, to, Fate.REFUSED, Tone.BAD, text, "REFUSED: " + because));
    }

    void note(Instant at, Lane lane, Tone tone, String text) {
        add(new Note(since(at), lane, tone, text));
    }

    private void add(Step step) {
        steps.add(step);
        lasted = step.at();
    }

    /** Notes which port a lane stands for; a journal of somebody else's making may have numbers that are none. */
    void port(Lane lane, int port) {
        if (port >= 0 && port <= HIGHEST_PORT) {
            ports.computeIfAbsent(lane, any -> new LinkedHashSet<>()).add(port);
        }
    }

    Ladder ladder(String title, String client) {
        Map<Lane, String> named = new EnumMap<>(Lane.class);
        ports.forEach((lane, all) ->
                named.put(lane, all.size() == 1 ? all.iterator().next().toString() : "several"));
        return new Ladder(
                title,
                client,
                surroundings.device(),
                surroundings.firewall(),
                clientWall,
                named,
                new Ladder.Outcome(transfers, failed, dropped, lasted),
                steps);
    }

    /** A clock that was set back shows no negative times. */
    private Duration since(Instant at) {
        return at.isBefore(begin) ? Duration.ZERO : Duration.between(begin, at);
    }
}

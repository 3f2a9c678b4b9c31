package org.wec7emu.measure.behaviour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.measure.behaviour.Observation.NotAsked;
import org.wec7emu.measure.behaviour.Observation.Seen;

/**
 * In what two sides differ that were measured.
 *
 * @param differences what matters to users first
 * @param notAsked what couldn't be compared, as it was asked of one side at most
 * @param asked how many behaviours were asked of both
 */
public record MeasuredDifferences(
        Side first, Side second, List<MeasuredDifference> differences, List<Unasked> notAsked, int asked) {
    public MeasuredDifferences {
        differences = List.copyOf(differences);
        notAsked = List.copyOf(notAsked);
    }

    /**
     * Behaviours that weren't asked of a side, for the same reason.
     *
     * @param side whom, "A", "B" or "both"
     */
    public record Unasked(String side, List<Behaviour> behaviours, String because) {
        public Unasked {
            behaviours = List.copyOf(behaviours);
        }
    }

    /** What belongs into one difference. */
    private record Alike(Topic topic, String first, String because, String second, String itsBecause) {}

    private record Reason(String side, String because) {}

    static MeasuredDifferences of(Side first, Findings one, Side second, Findings other) {
        Map<Alike, List<Behaviour>> alike = new LinkedHashMap<>();
        Map<Reason, List<Behaviour>> unasked = new LinkedHashMap<>();
        Map<Topic, Integer> asked = new EnumMap<>(Topic.class);
        for (Behaviour behaviour : one.all().keySet()) {
            Observation mine = one.all().get(behaviour);
            Observation its = other.all().getOrDefault(behaviour, new NotAsked("nobody asked for it"));
            if (mine instanceof Seen seen && its instanceof Seen also) {
                asked.merge(behaviour.topic(), 1, Integer::sum);
                if (!seen.outcome().equals(also.outcome())) {
                    Alike key = new Alike(behaviour.topic(), seen.text(), seen.because(), also.text(), also.because());
                    alike.computeIfAbsent(key, absent -> new ArrayList<>()).add(behaviour);
                }
            } else {
                Reason reason = reason(mine, its);
                unasked.computeIfAbsent(reason, absent -> new ArrayList<>()).add(behaviour);
            }
        }
        List<MeasuredDifference> differences = new ArrayList<>();
        for (List<Behaviour> behaviours : alike.values()) {
            boolean whole =
                    behaviours.size() == asked.getOrDefault(behaviours.get(0).topic(), 0);
            differences.add(MeasuredDifference.of(behaviours, whole, one, other, new Since(first, second)));
        }
        differences.sort(Comparator.comparing(MeasuredDifference::topic));
        List<Unasked> notAsked = new ArrayList<>();
        unasked.forEach((reason, behaviours) -> notAsked.add(new Unasked(reason.side(), behaviours, reason.because())));
        int all = asked.values().stream().mapToInt(Integer::intValue).sum();
        return new MeasuredDifferences(first, second, differences, notAsked, all);
    }

    private static Reason reason(Observation first, Observation second) {
        if (first instanceof NotAsked one && second instanceof NotAsked other) {
            return one.because().equals(other.because())
                    ? new Reason("both", one.because())
                    : new Reason("both", one.because() + "; " + other.because());
        }
        return first instanceof NotAsked one
                ? new Reason("A", one.because())
                : new Reason("B", ((NotAsked) second).because());
    }

    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /** How many behaviours differ. */
    public int differing() {
        return differences.stream()
                .mapToInt(difference -> difference.behaviours().size())
                .sum();
    }

    /** How many differences rest on an inferred or unknown value, so that real devices may well not differ in them. */
    public int guesses() {
        return (int)
                differences.stream().filter(MeasuredDifference::restsOnGuess).count();
    }
}

package org.wec7emu.measure.behaviour;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wec7emu.measure.behaviour.Observation.Seen;
import org.wec7emu.profile.ProfileValue;

/**
 * Behaviours of one topic that differ in the same way.
 *
 * @param behaviours at least one
 * @param wholeTopic whether those are all of the topic that were asked of both
 * @param first what was seen of the first side
 * @param second the same of the second side
 */
public record MeasuredDifference(List<Behaviour> behaviours, boolean wholeTopic, Face first, Face second) {
    public MeasuredDifference {
        behaviours = List.copyOf(behaviours);
    }

    /**
     * One side of a difference.
     *
     * @param text what was seen, as in "blocked by the firewall (default since v604h)"
     * @param tone whether that is what a user wants
     * @param because the rule or the path that decided, in a sentence; or empty
     * @param restsOn the values that make the difference, with their grades
     */
    public record Face(String text, Observation.Tone tone, String because, List<ProfileValue> restsOn) {
        public Face {
            restsOn = List.copyOf(restsOn);
        }
    }

    static MeasuredDifference of(
            List<Behaviour> behaviours, boolean wholeTopic, Findings first, Findings second, Since since) {
        List<Seen> one = seen(behaviours, first);
        List<Seen> other = seen(behaviours, second);
        List<ProfileValue> mine = values(one);
        List<ProfileValue> its = values(other);
        List<ProfileValue> decidingMine = DecidingValues.deciding(mine, its);
        List<ProfileValue> decidingIts = DecidingValues.deciding(its, mine);
        return new MeasuredDifference(
                behaviours,
                wholeTopic,
                face(one.get(0), decidingMine, since.inFirst(one.get(0), decidingMine)),
                face(other.get(0), decidingIts, since.inSecond(other.get(0), decidingIts)));
    }

    private static Face face(Seen seen, List<ProfileValue> deciding, String since) {
        return new Face(seen.text() + since, seen.tone(), seen.because(), deciding);
    }

    private static List<Seen> seen(List<Behaviour> behaviours, Findings findings) {
        List<Seen> all = new ArrayList<>();
        for (Behaviour behaviour : behaviours) {
            if (findings.all().get(behaviour) instanceof Seen seen) {
                all.add(seen);
            }
        }
        return all;
    }

    private static List<ProfileValue> values(List<Seen> seen) {
        Set<ProfileValue> values = new LinkedHashSet<>();
        seen.forEach(one -> values.addAll(one.restsOn()));
        return List.copyOf(values);
    }

    public Topic topic() {
        return behaviours.get(0).topic();
    }

    /** What it is about: as in "passive FTP", or the names of the behaviours. */
    public String label() {
        return wholeTopic && behaviours.size() > 1
                ? topic().meaning()
                : behaviours.stream().map(Behaviour::name).collect(Collectors.joining(", "));
    }

    /** Whether a value that it rests on is inferred or unknown. */
    public boolean restsOnGuess() {
        return Stream.of(first, second)
                .flatMap(face -> face.restsOn().stream())
                .anyMatch(value -> value.evidence().grade().isGuess());
    }
}

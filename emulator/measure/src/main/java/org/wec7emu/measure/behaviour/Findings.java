package org.wec7emu.measure.behaviour;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was found out of one side, behaviour by behaviour, in the order of asking. For one thread at a time. */
public final class Findings {
    private final Map<Behaviour, Observation> found = new LinkedHashMap<>();

    /** Notes what came of one; what was noted of it before is forgotten. */
    void note(Behaviour behaviour, Observation observation) {
        found.put(behaviour, observation);
    }

    /** Notes why all of these weren't asked for that nothing was noted of. */
    void notAsked(Iterable<Behaviour> behaviours, String because) {
        behaviours.forEach(behaviour -> found.putIfAbsent(behaviour, new Observation.NotAsked(because)));
    }

    /** All of it. */
    public Map<Behaviour, Observation> all() {
        return Collections.unmodifiableMap(found);
    }

    /** What was seen of a behaviour, if it was asked for. */
    public Optional<Observation.Seen> seen(Topic topic, String name) {
        return found.entrySet().stream()
                .filter(entry ->
                        entry.getKey().topic() == topic && entry.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .filter(Observation.Seen.class::isInstance)
                .map(Observation.Seen.class::cast)
                .findFirst();
    }
}

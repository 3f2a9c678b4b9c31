package org.wec7emu.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What passed between a client and a device in one session, step by step, as the manual draws it.
 *
 * @param title as in {@code Session 1}
 * @param client address of the client
 * @param device image of the device and the state it was started in; empty where the journal doesn't say
 * @param firewall the device's, when the session began
 * @param clientWall what is between the client and the rest, as in {@code client-nat}; empty when nothing is
 * @param ports numbers of the ports that the lanes stand for, as far as known
 * @param outcome the sums of it
 * @param steps in order of time; of a very long session the middle is left out
 */
public record Ladder(
        String title,
        String client,
        String device,
        Firewall firewall,
        String clientWall,
        Map<Lane, String> ports,
        Outcome outcome,
        List<Step> steps) {
    /** More than that nobody looks at; the journal has the rest. */
    public static final int MOST_STEPS = 400;

    private static final int LAST_STEPS = 100;

    public Ladder {
        ports = Map.copyOf(ports);
        steps = shortened(steps);
    }

    /** What the device's firewall does. */
    public enum Firewall {
        ON("firewall on"),
        OFF("firewall off"),
        /** The journal begins later than the device. */
        UNKNOWN("firewall");

        private final String label;

        Firewall(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /**
     * A session in numbers.
     *
     * @param transfers completed
     * @param failed transfers that broke off
     * @param dropped attempts to connect that the device's firewall or the client's side dropped
     * @param lasted from the first step to the last
     */
    public record Outcome(int transfers, int failed, int dropped, Duration lasted) {}

    /** What came of it, as in {@code 1 connect dropped, no transfer}. */
    public String summary() {
        return Summary.of(this);
    }

    private static List<Step> shortened(List<Step> steps) {
        int left = steps.size() - MOST_STEPS;
        if (left <= 1) {
            return List.copyOf(steps);
        }
        int from = MOST_STEPS - LAST_STEPS;
        List<Step> kept = new ArrayList<>(steps.subList(0, from));
        Step first = steps.get(from);
        kept.add(new Step.Note(
                first.at(),
                Lane.DEVICE_CONTROL,
                Step.Tone.CONTROL,
                left + " steps are left out here; the journal has them"));
        kept.addAll(steps.subList(from + left, steps.size()));
        return List.copyOf(kept);
    }
}

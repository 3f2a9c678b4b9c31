package org.wec7emu.measure.probe;

import java.util.Collections;
import java.util.List;

/** Ports that a server took one after the other. */
record PortSequence(List<Integer> ports) {
    static PortSequence of(List<Integer> ports) {
        return new PortSequence(List.copyOf(ports));
    }

    int lowest() {
        return Collections.min(ports);
    }

    int highest() {
        return Collections.max(ports);
    }

    /** Whether each is higher than the one before, except for at most one step back to the beginning of a range. */
    private boolean ascends() {
        int stepsBack = 0;
        for (int i = 1; i < ports.size(); i++) {
            stepsBack += ports.get(i) <= ports.get(i - 1) ? 1 : 0;
        }
        return stepsBack <= 1;
    }

    private boolean byOne() {
        for (int i = 1; i < ports.size(); i++) {
            if (ports.get(i) != ports.get(i - 1) + 1) {
                return false;
            }
        }
        return true;
    }

    /** For a person. */
    String words() {
        String order = byOne() ? "ascending by one" : ascends() ? "ascending" : "in no order";
        return ports.size() + " ports from " + lowest() + " to " + highest() + ", " + order;
    }

    void settle(Answers answers) {
        answers.remark("ports of PASV", words());
        answers.leftOpen("stack.ephemeral-ports", "a range can't be seen; " + words());
    }
}

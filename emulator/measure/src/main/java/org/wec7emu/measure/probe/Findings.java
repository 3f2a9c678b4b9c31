package org.wec7emu.measure.probe;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wec7emu.measure.client.Reach;

/**
 * What a probe has found.
 *
 * @param wasLetIn whether a user was let in
 * @param client the address that it asked from
 * @param ports what TCP ports are to the client, as the device has them; empty when none was looked at
 * @param passiveReach what a port was that PASV had named; empty when there was none
 * @param passivePorts the ports that PASV named, in order
 */
public record Findings(
        ProbeTarget target,
        ProbeSettings settings,
        Answers answers,
        boolean wasLetIn,
        InetAddress client,
        Map<Integer, Reach> ports,
        Optional<Reach> passiveReach,
        List<Integer> passivePorts) {
    public Findings {
        ports = Map.copyOf(ports);
        passivePorts = List.copyOf(passivePorts);
    }

    /** What ports were to the client, the one that PASV named included. */
    Map<Integer, Reach> looks() {
        Map<Integer, Reach> looks = new TreeMap<>(ports);
        looks.put(ProbeTarget.USUAL_PORT, Reach.OPEN);
        if (passiveReach.isPresent() && !passivePorts.isEmpty()) {
            looks.put(passivePorts.get(0), passiveReach.get());
        }
        return looks;
    }

    /** Whether something drops what comes in. */
    boolean isAnythingSilent() {
        return looks().containsValue(Reach.SILENT);
    }
}

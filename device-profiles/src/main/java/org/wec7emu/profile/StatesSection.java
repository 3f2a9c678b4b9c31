package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Traffic;

/** Reads {@code states:}. */
final class StatesSection {
    private static final String RESTART = "restart";
    private static final String ENTER = "enter ";
    private static final Map<String, Step> SWITCHES = switches();

    private final Cursor cursor;
    private final Mistakes mistakes;

    StatesSection(Cursor cursor, Mistakes mistakes) {
        this.cursor = cursor;
        this.mistakes = mistakes;
    }

    Map<String, DeviceState> read() {
        Map<String, DeviceState> states = new LinkedHashMap<>();
        for (Map.Entry<String, Cursor> entry :
                cursor.sections("description: as delivered, steps: []").entrySet()) {
            Cursor state = entry.getValue();
            String description = state.text("description", "as delivered");
            List<Step> steps = new ArrayList<>();
            for (Node.Scalar item : state.texts("steps", RESTART)) {
                Step step = step(item.text());
                if (step == null) {
                    mistakes.add(
                            item.at(),
                            "there is no step " + Quoted.of(item.text()) + "; "
                                    + NearestName.suggestion(
                                            item.text(),
                                            SWITCHES.keySet(),
                                            "one of: " + String.join(", ", SWITCHES.keySet())
                                                    + ", enter TCP port 21, enter UDP ports 5000-5010 (or others)"));
                } else {
                    steps.add(step);
                }
            }
            state.close();
            states.put(entry.getKey(), new DeviceState(description, List.copyOf(steps)));
        }
        return Collections.unmodifiableMap(states);
    }

    private static Map<String, Step> switches() {
        Map<String, Step> switches = new LinkedHashMap<>();
        switches.put("enable FTP server", new Step.SetFtpServer(true));
        switches.put("disable FTP server", new Step.SetFtpServer(false));
        switches.put(RESTART, new Step.Restart());
        switches.put("enable firewall", new Step.SetFirewall(true));
        switches.put("disable firewall", new Step.SetFirewall(false));
        return switches;
    }

    private static @Nullable Step step(String text) {
        Step known = SWITCHES.get(text);
        if (known != null || !text.startsWith(ENTER)) {
            return known;
        }
        for (String protocol : List.of("TCP", "UDP")) {
            for (String noun : List.of(" port ", " ports ")) {
                String beginning = ENTER + protocol + noun;
                PortRange ports = text.startsWith(beginning) ? Ports.parse(text.substring(beginning.length())) : null;
                if (ports != null && ports.isSinglePort() == noun.equals(" port ")) {
                    return new Step.EnterPorts(
                            protocol.equals("TCP") ? new Traffic.Tcp(ports) : new Traffic.Udp(ports));
                }
            }
        }
        return null;
    }
}

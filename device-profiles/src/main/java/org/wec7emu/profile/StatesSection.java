package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.PortRange;

/** Reads {@code states:}. */
final class StatesSection {
    private static final String ENABLE_FTP = "enable FTP server";
    private static final String RESTART = "restart";
    private static final String ENTER_PORT = "enter TCP port ";

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
                            "there is no step " + Quoted.of(item.text()) + "; one of: " + ENABLE_FTP + ", " + RESTART
                                    + ", " + ENTER_PORT + "21 (or another port)");
                } else {
                    steps.add(step);
                }
            }
            state.close();
            states.put(entry.getKey(), new DeviceState(description, List.copyOf(steps)));
        }
        return Collections.unmodifiableMap(states);
    }

    private static @Nullable Step step(String text) {
        if (text.equals(ENABLE_FTP)) {
            return new Step.EnableFtpServer();
        } else if (text.equals(RESTART)) {
            return new Step.Restart();
        } else if (text.startsWith(ENTER_PORT)) {
            PortRange port = Ports.parse(text.substring(ENTER_PORT.length()));
            return port != null && port.isSinglePort() ? new Step.AllowTcpPort(port.first()) : null;
        }
        return null;
    }
}

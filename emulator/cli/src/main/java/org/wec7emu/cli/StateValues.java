package org.wec7emu.cli;

import java.util.ArrayList;
import java.util.List;
import org.wec7emu.firewall.Rule;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.Evidence;
import org.wec7emu.profile.Grade;
import org.wec7emu.profile.Position;
import org.wec7emu.profile.ProfileValue;

/** The values of a device in a state: those of the image, and what the state's steps changed or added. */
final class StateValues {
    private static final String FTP_SWITCH = "ftp.server-active";
    private static final String RULES = "firewall.rules.";

    private StateValues() {}

    static List<ProfileValue> of(DeviceProfile delivered, DeviceProfile inState, String state) {
        List<ProfileValue> values = new ArrayList<>();
        boolean rulesSeen = false;
        for (ProfileValue value : delivered.values()) {
            if (rulesSeen && !value.path().startsWith(RULES)) {
                addRules(values, delivered, inState, state);
                rulesSeen = false;
            }
            rulesSeen |= value.path().startsWith(RULES);
            boolean switched = value.path().equals(FTP_SWITCH)
                    && delivered.ftp().serverActive() != inState.ftp().serverActive();
            values.add(
                    switched
                            ? byState(FTP_SWITCH, String.valueOf(inState.ftp().serverActive()), delivered, state)
                            : value);
        }
        return values;
    }

    private static void addRules(
            List<ProfileValue> values, DeviceProfile delivered, DeviceProfile inState, String state) {
        for (Rule rule : inState.firewall().rules()) {
            if (!delivered.firewall().rules().contains(rule)) {
                values.add(byState(RULES + rule.name(), rule.caption(), delivered, state));
            }
        }
    }

    /** A value that an owner set: its evidence is that of the state's steps. */
    private static ProfileValue byState(String path, String text, DeviceProfile delivered, String state) {
        String prefix = "states." + state + ".";
        return delivered.values().stream()
                .filter(value -> value.path().startsWith(prefix + "steps"))
                .findFirst()
                .map(value -> new ProfileValue(path, text, value.evidence(), value.position()))
                .orElseGet(() -> new ProfileValue(
                        path,
                        text,
                        new Evidence(Grade.INFERRED, "", "by the steps of state " + state),
                        new Position(delivered.image(), 1, 1)));
    }
}

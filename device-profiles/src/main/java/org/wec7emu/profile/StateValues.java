package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.wec7emu.firewall.Rule;

/** The values of a device in a state: those of the image, and what the state's steps changed or added. */
final class StateValues {
    private static final String FTP_SWITCH = "ftp.server-active";
    private static final String FIREWALL_SWITCH = "firewall.enabled";
    private static final String FIREWALL = "firewall.";

    private StateValues() {}

    static List<ProfileValue> of(DeviceProfile delivered, DeviceProfile inState, String state) {
        List<ProfileValue> values = new ArrayList<>();
        boolean inFirewall = false;
        for (ProfileValue value : delivered.values()) {
            if (inFirewall && !value.path().startsWith(FIREWALL)) {
                addRules(values, delivered, inState, state);
            }
            inFirewall = value.path().startsWith(FIREWALL);
            values.add(switched(value, delivered, inState, state));
        }
        if (inFirewall) {
            addRules(values, delivered, inState, state);
        }
        return List.copyOf(values);
    }

    private static ProfileValue switched(
            ProfileValue value, DeviceProfile delivered, DeviceProfile inState, String state) {
        boolean ftp = inState.ftp().serverActive();
        boolean firewall = inState.firewall().enabled();
        if (value.path().equals(FTP_SWITCH) && delivered.ftp().serverActive() != ftp) {
            return byStep(FTP_SWITCH, String.valueOf(ftp), delivered, state, new Step.SetFtpServer(ftp)::equals);
        } else if (value.path().equals(FIREWALL_SWITCH) && delivered.firewall().enabled() != firewall) {
            return byStep(
                    FIREWALL_SWITCH,
                    String.valueOf(firewall),
                    delivered,
                    state,
                    new Step.SetFirewall(firewall)::equals);
        }
        return value;
    }

    private static void addRules(
            List<ProfileValue> values, DeviceProfile delivered, DeviceProfile inState, String state) {
        for (Rule rule : inState.firewall().rules()) {
            if (!delivered.firewall().rules().contains(rule)) {
                values.add(byStep(
                        RuleDiff.PATH + rule.name(), rule.caption(), delivered, state, step -> enters(step, rule)));
            }
        }
    }

    private static boolean enters(Step step, Rule rule) {
        return step instanceof Step.EnterPorts ports && rule.traffic().equals(ports.traffic());
    }

    /** A value that an owner set: its evidence is that of the step that does it. */
    private static ProfileValue byStep(
            String path, String text, DeviceProfile delivered, String state, Predicate<Step> doesIt) {
        List<Step> steps = delivered.state(state).steps();
        for (int i = 0; i < steps.size(); i++) {
            Optional<ProfileValue> value = doesIt.test(steps.get(i))
                    ? value(delivered, "states." + state + ".steps[" + i + "]")
                    : Optional.empty();
            if (value.isPresent()) {
                return new ProfileValue(
                        path, text, value.get().evidence(), value.get().position());
            }
        }
        return new ProfileValue(
                path,
                text,
                new Evidence(Grade.INFERRED, "", "by the steps of state " + state),
                new Position(delivered.image(), 1, 1));
    }

    private static Optional<ProfileValue> value(DeviceProfile profile, String path) {
        return profile.values().stream()
                .filter(value -> value.path().equals(path))
                .findFirst();
    }
}

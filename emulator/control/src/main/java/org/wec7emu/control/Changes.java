package org.wec7emu.control;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.wec7emu.device.Device;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.EnforcementException;

/** Changes of a device's firewall. */
final class Changes {
    private Changes() {}

    static RuleSet apply(Device device, UnaryOperator<RuleSet> change) throws IOException, Problem {
        try {
            return device.changeFirewall(change);
        } catch (EnforcementException e) {
            throw Problem.conflict(
                    String.valueOf(e.getMessage()),
                    "the rules are as they were; enforce them by another level (--enforce) or enter another rule");
        } catch (IllegalStateException e) {
            throw closed(e);
        }
    }

    static Problem closed(IllegalStateException why) {
        return Problem.conflict(String.valueOf(why.getMessage()), "start another one");
    }
}

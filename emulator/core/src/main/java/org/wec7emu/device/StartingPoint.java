package org.wec7emu.device;

import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.profile.DeviceProfile;

/**
 * What a device is when it is started, or put back to.
 *
 * @param profile of the image in that state
 * @param state its name
 * @param firewall the rules as entered: the state's, unless others were given
 */
record StartingPoint(DeviceProfile profile, String state, RuleSet firewall) {
    /**
     * An image in a state of its own.
     *
     * @param rules others than the state's; null for the state's
     * @throws IllegalArgumentException when the image has no such state; the message lists those it has
     */
    static StartingPoint of(DeviceProfile delivered, String state, @Nullable RuleSet rules) {
        DeviceProfile profile = delivered.inState(state);
        return new StartingPoint(profile, state, rules == null ? profile.firewall() : rules);
    }
}

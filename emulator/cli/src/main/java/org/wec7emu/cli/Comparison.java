package org.wec7emu.cli;

import java.time.LocalDateTime;
import java.util.List;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.ProfileDiff;
import org.wec7emu.profile.TrafficDifference;

/**
 * What differs between two devices.
 *
 * @param traffic what one firewall lets pass and the other drops
 * @param timed whether either has rules that hold at certain times only, so that {@code traffic} is of {@code at} alone
 */
record Comparison(ProfileDiff values, List<TrafficDifference> traffic, boolean timed, LocalDateTime at) {
    static Comparison of(DeviceInState first, DeviceInState second, LocalDateTime at) {
        return new Comparison(
                ProfileDiff.of(first, second),
                TrafficDifference.of(first, second, at),
                isTimed(first) || isTimed(second),
                at);
    }

    private static boolean isTimed(DeviceInState device) {
        return device.profile().firewall().enabled()
                && device.profile().firewall().firstWithTimes().isPresent();
    }

    /** Above what differs in traffic. */
    String trafficTitle() {
        return "Traffic" + (timed ? " at " + AtOption.text(at) + ", by the devices' clocks" : "");
    }
}

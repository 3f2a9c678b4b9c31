package org.wec7emu.profile;

import java.util.List;

/**
 * A device in one of its states.
 *
 * @param profile the device after the state's steps
 * @param state the state's name
 * @param values every leaf with its evidence: the image's own, and what the steps changed or added, which rests on what the
 *     step rests on
 */
public record DeviceInState(DeviceProfile profile, String state, List<ProfileValue> values) {
    public DeviceInState {
        values = List.copyOf(values);
    }

    /**
     * An image in a state of its own.
     *
     * @throws IllegalArgumentException when the profile has no such state; the message lists those it has
     */
    public static DeviceInState of(DeviceProfile delivered, String state) {
        DeviceProfile profile = delivered.inState(state);
        return new DeviceInState(profile, state, StateValues.of(delivered, profile, state));
    }
}

package org.wec7emu.cli;

import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.DeviceProfile;

/** What a user may write for IMAGE: a name, as much of its beginning as is unique, or a profile's file. */
final class ImageArgument {
    static final String DESCRIPTION =
            "Name of an image, as much of its beginning as is unique, or the path of a profile (.yaml).";

    private ImageArgument() {}

    static boolean isFile(String image) {
        return image.contains("/") || image.endsWith(".yaml") || image.endsWith(".yml");
    }

    /** The device in a state, with its values. */
    static DeviceInState device(DeviceProfile profile, String state) throws BadInput {
        try {
            return DeviceInState.of(profile, state);
        } catch (IllegalArgumentException e) {
            throw new BadInput(e);
        }
    }

    /** The profile in a state. */
    static DeviceProfile inState(DeviceProfile profile, String state) throws BadInput {
        try {
            return profile.inState(state);
        } catch (IllegalArgumentException e) {
            throw new BadInput(e);
        }
    }
}

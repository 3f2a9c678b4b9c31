package org.wec7emu.check;

import java.util.ArrayList;
import java.util.List;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.ProfileValue;

/**
 * What a diagnosis rests on: the profile's values, each with its grade.
 *
 * @param values in the order of the diagnosis
 */
public record Grounds(List<ProfileValue> values) {
    public Grounds {
        values = List.copyOf(values);
    }

    /** Rules of the user's own have no value in the profile, and no place here. */
    public static Grounds of(Diagnosis diagnosis, DeviceInState device) {
        List<ProfileValue> found = new ArrayList<>();
        for (String path : diagnosis.restsOn()) {
            device.values().stream()
                    .filter(value -> value.path().equals(path) || isBeneath(value.path(), path))
                    .forEach(found::add);
        }
        return new Grounds(found);
    }

    private static boolean isBeneath(String value, String path) {
        return value.startsWith(path) && (value.charAt(path.length()) == '.' || value.charAt(path.length()) == '[');
    }

    /** How many of the values nobody has said or seen: on a real device they may be otherwise. */
    public long guesses() {
        return values.stream()
                .filter(value -> value.evidence().grade().isGuess())
                .count();
    }
}

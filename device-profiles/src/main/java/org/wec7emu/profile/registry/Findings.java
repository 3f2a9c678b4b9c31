package org.wec7emu.profile.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wec7emu.registry.RegistryException;

/** What is found out while a registry is read as the values of a profile. */
final class Findings {
    private final List<String> mistakes = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Set<List<String>> understood = new HashSet<>();

    /** Something that can't be used at all. */
    void mistake(String place, String message) {
        mistakes.add(line(place, message));
    }

    /** Something that the user should know. */
    void remark(String place, String message) {
        remarks.add(line(place, message));
    }

    /** One line, whatever characters a file has put into the message; without a place where the file says nothing. */
    private static String line(String place, String message) {
        StringBuilder line = new StringBuilder(place.isEmpty() ? message : place + ": " + message);
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                line.setCharAt(i, '?');
            }
        }
        return line.toString();
    }

    /** The profile says all that this value says. */
    void understand(String path, String name) {
        understood.add(id(path, name));
    }

    boolean isUnderstood(String path, String name) {
        return understood.contains(id(path, name));
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    void throwIfAny() throws RegistryException {
        if (!mistakes.isEmpty()) {
            throw new RegistryException(mistakes);
        }
    }

    private static List<String> id(String path, String name) {
        return List.of(path.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }
}

package org.wec7emu.profile;

import java.util.List;
import java.util.Optional;

/**
 * A directory that clients see directly below {@code /} though it lies elsewhere on the device. Source: Microsoft, Creating
 * Virtual FTP Directories (Windows CE .NET 4.2), ms901361.
 *
 * @param name as clients see it
 * @param target the device's directory, such as {@code \Hard Disk\Music}
 */
public record VirtualRoot(String name, String target) {
    /**
     * Why there can't be such a virtual root beside others; empty when there can.
     *
     * <p>Source of what is ruled out: ms901361.
     */
    public Optional<String> fault(List<VirtualRoot> others) {
        String ofName = nameFault(name);
        String ofTarget = DevicePath.fault(target);
        if (!ofName.isEmpty()) {
            return Optional.of("its name " + ofName);
        } else if (ofTarget != null) {
            return Optional.of("its directory " + ofTarget);
        }
        for (VirtualRoot other : others) {
            if (name.equalsIgnoreCase(other.name)) {
                return Optional.of("there are two of that name");
            } else if (liesWith(other)) {
                return Optional.of("its directory and that of " + other.name + " lie one in the other");
            }
        }
        return Optional.empty();
    }

    /** Whether the directory of one is that of the other, or lies in it. */
    boolean liesWith(VirtualRoot other) {
        return DevicePath.isWithin(target, other.target) || DevicePath.isWithin(other.target, target);
    }

    /** What is wrong with a name; empty when nothing is. */
    static String nameFault(String name) {
        if (name.isEmpty()) {
            return "is empty";
        } else if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            return "has a slash in it, and Windows CE has virtual roots directly below the root only";
        }
        String fault = DevicePath.fault("\\".concat(name));
        if (fault != null) {
            return fault;
        }
        return name.endsWith(".") || !name.equals(name.strip()) ? "begins or ends with a blank, or ends with '.'" : "";
    }
}

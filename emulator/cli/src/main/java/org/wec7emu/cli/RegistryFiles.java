package org.wec7emu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.registry.ProfileRegistry;
import org.wec7emu.profile.registry.RegistryReading;
import org.wec7emu.registry.RegistryChange;
import org.wec7emu.registry.RegistryException;
import org.wec7emu.registry.RegistryFile;
import org.wec7emu.registry.RegistryKey;

/** Registry files that a user names, in their order. */
final class RegistryFiles {
    private static final String KEPT = "wec7emu: kept, without effect here: ";
    /** Keys of one parent; where there are more, a line is about them all. */
    private static final int MOST_LISTED = 3;

    private static final int MOST_NAMES = 12;

    private final List<RegistryFile> files;

    private RegistryFiles(List<RegistryFile> files) {
        this.files = files;
    }

    /** Reads them all, so that the mistakes of all of them are told at once. */
    static RegistryFiles read(List<String> names) throws BadInput {
        List<RegistryFile> files = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (String name : names) {
            try {
                files.add(RegistryFile.read(Path.of(name)));
            } catch (RegistryException e) {
                mistakes.addAll(e.mistakes());
            } catch (IOException | InvalidPathException e) {
                mistakes.add(String.valueOf(e.getMessage()));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new BadInput(String.join(System.lineSeparator(), mistakes));
        }
        return new RegistryFiles(files);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** The device after they were entered. */
    RegistryReading enteredOn(DeviceProfile profile) throws BadInput {
        try {
            return ProfileRegistry.enter(files, profile);
        } catch (RegistryException e) {
            throw new BadInput(e);
        }
    }

    /** Whether one of them sets or deletes that value. */
    boolean isAbout(String path, String name) {
        for (RegistryFile file : files) {
            for (RegistryChange change : file.changes()) {
                if (change.path().equalsIgnoreCase(path)
                        && ((change instanceof RegistryChange.SetValue set
                                        && set.name().equalsIgnoreCase(name))
                                || (change instanceof RegistryChange.DeleteValue deleted
                                        && deleted.name().equalsIgnoreCase(name)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** As in "a.reg, b.reg: 12 values, 3 of them without effect here". */
    String summary(RegistryReading reading) {
        long values = files.stream()
                .flatMap(file -> file.changes().stream())
                .filter(change -> !(change instanceof RegistryChange.MakeKey))
                .count();
        int without = reading.valuesWithoutEffect();
        return String.join(", ", files.stream().map(RegistryFile::name).toList()) + ": " + values
                + (values == 1 ? " change" : " changes") + " entered"
                + (without == 0 ? "" : ", " + without + (without == 1 ? " value" : " values") + " without effect here");
    }

    /** Tells the user what has no effect, and why. */
    static void printRemarks(RegistryReading reading, PrintWriter err) {
        reading.remarks().forEach(remark -> err.println("wec7emu: " + remark));
    }

    /** Tells which values mean nothing to the emulator: a line a key, or a line for all keys that lie in one and have such. */
    static void printWithoutEffect(RegistryReading reading, PrintWriter err) {
        Map<String, List<RegistryKey>> byParent = new LinkedHashMap<>();
        for (RegistryKey key : reading.withoutEffect()) {
            String path = key.path();
            String parent = path.substring(0, Math.max(0, path.lastIndexOf('\\')));
            byParent.computeIfAbsent(parent, unused -> new ArrayList<>()).add(key);
        }
        byParent.forEach((parent, keys) -> {
            if (keys.size() > MOST_LISTED) {
                err.println(KEPT + harmless(keys.size() + " keys in " + parent + names(keys)));
            } else {
                keys.forEach(key -> err.println(KEPT + harmless(key.path() + names(List.of(key)))));
            }
        });
    }

    /** Without characters that a terminal would obey. */
    private static String harmless(String text) {
        return text.chars()
                .mapToObj(c -> Character.isISOControl(c) ? "?" : Character.toString(c))
                .collect(Collectors.joining());
    }

    /** Of all their values, each once; the first ones of many. */
    private static String names(List<RegistryKey> keys) {
        Set<String> names = new LinkedHashSet<>();
        keys.forEach(key -> key.values().keySet().forEach(name -> names.add(name.isEmpty() ? "(default)" : name)));
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.isEmpty()
                ? ""
                : ": " + first + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }
}

package org.wec7emu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.registry.ProfileRegistry;
import org.wec7emu.profile.registry.RegistryReading;
import org.wec7emu.registry.RegistryChange;
import org.wec7emu.registry.RegistryException;
import org.wec7emu.registry.RegistryFile;
import org.wec7emu.registry.RegistryKey;

/** Registry files that a user names, in their order. */
final class RegistryFiles {
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

    /** Tells which values mean nothing to the emulator, a line a key. */
    static void printWithoutEffect(RegistryReading reading, PrintWriter err) {
        for (RegistryKey key : reading.withoutEffect()) {
            List<String> names = key.values().keySet().stream()
                    .map(name -> name.isEmpty() ? "(default)" : name)
                    .toList();
            err.println("wec7emu: kept, without effect here: " + key.path()
                    + (names.isEmpty() ? "" : ": " + String.join(", ", names)));
        }
    }
}

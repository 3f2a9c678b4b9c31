package org.wec7emu.profile.registry;

import java.util.Optional;
import org.wec7emu.registry.Registry;
import org.wec7emu.registry.RegistryValue;
import org.wec7emu.registry.RegistryValue.Dword;
import org.wec7emu.registry.RegistryValue.MultiText;
import org.wec7emu.registry.RegistryValue.Text;

/** The values of a key that are others than before. */
final class ChangedValues {
    private final String path;
    private final Registry before;
    private final Registry after;
    private final Findings findings;

    ChangedValues(String path, Registry before, Registry after, Findings findings) {
        this.path = path;
        this.before = before;
        this.after = after;
        this.findings = findings;
    }

    /** Whether a file sets it. */
    boolean isSet(String name) {
        return after.value(path, name).isPresent() && !after.place(path, name).isEmpty();
    }

    boolean isDeleted(String name) {
        return before.value(path, name).isPresent() && after.value(path, name).isEmpty();
    }

    /** A switch: as it is {@code now} unless it was changed, and as it is by default when it was deleted. */
    boolean flag(String name, boolean now, boolean byDefault) {
        if (isDeleted(name)) {
            return byDefault;
        }
        Optional<RegistryValue> value = changed(name);
        if (value.isEmpty()) {
            return now;
        }
        if (!(value.get() instanceof Dword dword) || (dword.number() | 1) != 1) {
            findings.mistake(
                    after.place(path, name), name + " is a switch; write dword:00000001 (on) or dword:00000000 (off)");
            return now;
        }
        findings.understand(path, name);
        return dword.number() == 1;
    }

    /** A text, in the same way; of several texts all of them, with semicolons between. */
    String text(String name, String now, String byDefault) {
        if (isDeleted(name)) {
            return byDefault;
        }
        Optional<RegistryValue> value = changed(name);
        if (value.isEmpty()) {
            return now;
        }
        findings.understand(path, name);
        if (value.get() instanceof Text text) {
            return text.characters();
        } else if (value.get() instanceof MultiText texts) {
            return String.join(";", texts.texts());
        }
        findings.mistake(after.place(path, name), name + " is a text; write it in quotes");
        return now;
    }

    private Optional<RegistryValue> changed(String name) {
        Optional<RegistryValue> value = after.value(path, name);
        return value.equals(before.value(path, name)) ? Optional.empty() : value;
    }

    void reject(String name, String message) {
        findings.mistake(after.place(path, name), message);
    }

    void remark(String name, String message) {
        findings.remark(after.place(path, name), message);
    }
}

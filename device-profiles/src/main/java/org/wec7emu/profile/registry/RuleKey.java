package org.wec7emu.profile.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.wec7emu.registry.Registry;
import org.wec7emu.registry.RegistryValue;
import org.wec7emu.registry.RegistryValue.Binary;
import org.wec7emu.registry.RegistryValue.Dword;
import org.wec7emu.registry.RegistryValue.Text;

/** The values of a rule's key, taken one by one. */
final class RuleKey {
    private final Registry registry;
    private final String path;
    private final List<String> taken = new ArrayList<>();

    RuleKey(Registry registry, String path) {
        this.registry = registry;
        this.path = path;
    }

    /** Names of the values that were taken. */
    List<String> taken() {
        return taken;
    }

    boolean has(String name) {
        return registry.value(path, name).isPresent();
    }

    /** @throws NotUnderstood when there is none, or it is no number */
    int number(String name) throws NotUnderstood {
        if (take(name) instanceof Dword dword) {
            return dword.number();
        }
        throw new NotUnderstood(name + " is no dword");
    }

    /** @throws NotUnderstood when there is none, or it isn't in this range */
    int number(String name, int lowest, int highest) throws NotUnderstood {
        int number = number(name);
        if (number < lowest || number > highest) {
            throw new NotUnderstood(
                    name + " is " + Integer.toUnsignedString(number) + ", and not " + lowest + " to " + highest);
        }
        return number;
    }

    OptionalInt numberIf(boolean wanted, String name, int highest) throws NotUnderstood {
        return wanted ? OptionalInt.of(number(name, 0, highest)) : OptionalInt.empty();
    }

    String text(String name) throws NotUnderstood {
        if (take(name) instanceof Text text) {
            return text.characters();
        }
        throw new NotUnderstood(name + " is no text");
    }

    byte[] bytes(String name) throws NotUnderstood {
        if (take(name) instanceof Binary binary) {
            return binary.bytes();
        }
        throw new NotUnderstood(name + " is no binary value");
    }

    private RegistryValue take(String name) throws NotUnderstood {
        taken.add(name);
        return registry.value(path, name).orElseThrow(() -> new NotUnderstood("it has no " + name));
    }
}

package org.wec7emu.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wec7emu.registry.RegistryChange.DeleteKey;
import org.wec7emu.registry.RegistryChange.DeleteValue;
import org.wec7emu.registry.RegistryChange.MakeKey;
import org.wec7emu.registry.RegistryChange.SetValue;

/** Reads the text of a {@code .reg} file, and finds all of its mistakes. */
final class RegistryReader {
    private static final int MOST_MISTAKES = 50;

    private final FileCursor in;
    private final String name;
    private final List<RegistryChange> changes = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private int mistakesLeftOut;
    private RegistryForm form = RegistryForm.HEADERLESS;
    /** Of the key whose values follow; empty below one that is deleted or can't be read. */
    private @Nullable String path;

    private boolean keySeen;
    private boolean keyDeleted;

    /** @param name what messages call the file */
    RegistryReader(String text, String name) {
        in = new FileCursor(text, name);
        this.name = name;
    }

    RegistryFile read() throws RegistryException {
        if (readHeader()) {
            while (!in.atEnd()) {
                line();
            }
        }
        if (mistakesLeftOut > 0) {
            mistakes.add(name + ": and " + mistakesLeftOut + " more mistakes; mend these first");
        }
        if (!mistakes.isEmpty()) {
            throw new RegistryException(mistakes);
        }
        return new RegistryFile(name, form, changes);
    }

    /** False where the file is something else, so that reading on would find nothing but mistakes. */
    private boolean readHeader() {
        skipToContent();
        if (in.atEnd()) {
            mistakes.add(in.place() + ": there is nothing in this file; a registry file has keys, as in"
                    + " [HKEY_LOCAL_MACHINE\\COMM\\FTPD]");
            return false;
        }
        String first = in.rest().strip();
        for (RegistryForm candidate : RegistryForm.values()) {
            if (first.equalsIgnoreCase(candidate.header())) {
                form = candidate;
                in.skipRest();
                return true;
            }
        }
        if (in.peek() == '[') {
            return true;
        }
        String start = first.toUpperCase(Locale.ROOT);
        boolean otherVersion = start.startsWith("REGEDIT") || start.startsWith("WINDOWS REGISTRY EDITOR");
        mistakes.add(in.place() + ": "
                + (otherVersion
                        ? "a version of registry files that is not known here; it reads 'REGEDIT4' and 'Windows Registry"
                                + " Editor Version 5.00'"
                        : "this is no registry file; one begins with 'REGEDIT4', 'Windows Registry Editor Version 5.00' or a"
                                + " key in brackets"));
        return false;
    }

    private void skipToContent() {
        in.skipBlanks();
        while (!in.atEnd() && (in.atLineEnd() || in.peek() == ';')) {
            in.skipRest();
            in.takeLineEnd();
            in.skipBlanks();
        }
    }

    private void line() {
        in.skipBlanks();
        if (!in.atLineEnd() && in.peek() != ';') {
            String place = in.place();
            try {
                if (in.peek() == '[') {
                    key(place);
                } else {
                    value(place);
                }
            } catch (SyntaxFault e) {
                if (mistakes.size() < MOST_MISTAKES) {
                    mistakes.add(e.getMessage());
                } else {
                    mistakesLeftOut++;
                }
            }
        }
        in.skipRest();
        in.takeLineEnd();
    }

    private void key(String place) throws SyntaxFault {
        String line = in.rest();
        path = null;
        keySeen = true;
        keyDeleted = false;
        int end = line.indexOf(']');
        while (end >= 0 && !KeySyntax.isEndOfLine(line, end + 1)) {
            end = line.indexOf(']', end + 1);
        }
        if (end < 0) {
            throw new SyntaxFault(place, "this key has no ']' at its end; add it" + ifLast());
        }
        keyDeleted = line.startsWith("[-");
        String full;
        try {
            full = KeySyntax.fullPath(line.substring(keyDeleted ? 2 : 1, end).strip());
        } catch (IllegalArgumentException e) {
            throw new SyntaxFault(place, String.valueOf(e.getMessage()));
        }
        if (!keyDeleted) {
            path = full;
            changes.add(new MakeKey(place, full));
        } else if (full.indexOf(KeySyntax.SEPARATOR) < 0) {
            throw new SyntaxFault(place, "a whole root can't be deleted; name the keys below it");
        } else {
            changes.add(new DeleteKey(place, full));
        }
    }

    private void value(String place) throws SyntaxFault {
        ValueReader values = new ValueReader(in, form);
        String valueName = values.name();
        RegistryValue value = values.value();
        if (path != null) {
            changes.add(
                    value == null
                            ? new DeleteValue(place, path, valueName)
                            : new SetValue(place, path, valueName, value));
        } else if (!keySeen) {
            throw new SyntaxFault(
                    place,
                    "a value stands before the first key; write the key above it, as in [HKEY_LOCAL_MACHINE\\COMM]");
        } else if (keyDeleted) {
            throw new SyntaxFault(place, "a value below a key that is deleted; remove one of the two");
        }
    }

    private String ifLast() {
        in.skipRest();
        return in.atEnd() ? ValueReader.TRUNCATED : "";
    }
}

package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wec7emu.registry.RegistryKey;
import org.wec7emu.registry.RegistryLine;
import org.wec7emu.registry.RegistryValue;

/** Reads {@code registry:}: by key, values as the lines of a {@code .reg} file have them. */
final class RegistrySection {
    static final String KEY = "registry";
    static final String EXAMPLE = "'HKEY_LOCAL_MACHINE\\Ident': ['\"Name\"=\"CX-123456\"']";
    private static final String LINE = "'\"Name\"=\"CX-123456\"'";

    private final Cursor cursor;
    private final Mistakes mistakes;

    RegistrySection(Cursor cursor, Mistakes mistakes) {
        this.cursor = cursor;
        this.mistakes = mistakes;
    }

    List<RegistryKey> read() {
        List<RegistryKey> keys = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String key : cursor.keys()) {
            String path = key;
            try {
                path = RegistryLine.path(key);
            } catch (IllegalArgumentException e) {
                cursor.reject(key, e.getMessage() + "; write for example " + EXAMPLE);
            }
            if (!seen.add(path.toLowerCase(Locale.ROOT))) {
                cursor.reject(key, "the key is here twice, as case tells none apart; remove one");
            }
            keys.add(new RegistryKey(path, "", values(cursor.texts(key, LINE))));
        }
        cursor.close();
        return List.copyOf(keys);
    }

    private Map<String, RegistryValue> values(List<Node.Scalar> lines) {
        Map<String, RegistryValue> values = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (Node.Scalar line : lines) {
            try {
                RegistryLine read = RegistryLine.parse(line.text());
                if (!seen.add(read.name().toLowerCase(Locale.ROOT))) {
                    mistakes.add(line.at(), "the value is here twice, as case tells none apart; remove one");
                }
                values.put(read.name(), read.value());
            } catch (IllegalArgumentException e) {
                mistakes.add(line.at(), String.valueOf(e.getMessage()));
            }
        }
        return values;
    }
}

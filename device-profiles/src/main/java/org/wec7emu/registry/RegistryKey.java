package org.wec7emu.registry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A key of the registry with its values.
 *
 * @param path from the root, with single backslashes, such as {@code HKEY_LOCAL_MACHINE\Comm\Firewall}
 * @param comment for a person who reads it, in a line; empty for none
 * @param values by name, in order; the key's default value has none, so is under the empty text
 */
public record RegistryKey(String path, String comment, Map<String, RegistryValue> values) {
    public RegistryKey {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}

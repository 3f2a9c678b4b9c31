package org.wec7emu.profile.registry;

import java.util.List;
import java.util.Map;

/**
 * Keys as the text of a {@code .reg} file.
 *
 * <p>The header {@code REGEDIT4} is the one of an export that a WEC7 device made, comments behind semicolons stand in the same
 * files: https://github.com/pcdshub/pcds-plc-image-generator. Lines end with a line feed.
 */
public final class RegistryText {
    private RegistryText() {}

    /** A file that enters the keys; what a registry has besides them stays. */
    public static String of(List<RegistryKey> keys) {
        StringBuilder text = new StringBuilder("REGEDIT4\n");
        for (RegistryKey key : keys) {
            text.append('\n');
            if (!key.comment().isEmpty()) {
                text.append("; ").append(key.comment()).append('\n');
            }
            text.append('[').append(key.path()).append("]\n");
            for (Map.Entry<String, RegistryValue> value : key.values().entrySet()) {
                text.append('"').append(RegistryValue.escaped(value.getKey())).append("\"=");
                text.append(value.getValue().text()).append('\n');
            }
        }
        return text.toString();
    }
}

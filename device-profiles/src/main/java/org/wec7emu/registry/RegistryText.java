package org.wec7emu.registry;

import java.util.List;
import java.util.Map;

/**
 * Keys as a {@code .reg} file.
 *
 * <p>The header {@code REGEDIT4} is the one of an export that a WEC7 device made, comments behind semicolons stand in the same
 * files: https://github.com/pcdshub/pcds-plc-image-generator.
 */
public final class RegistryText {
    private static final int LONGEST_LINE = 80;
    private static final int BYTE_WITH_COMMA = 3;
    private static final String CONTINUED = "\\\n  ";
    private static final int INDENT = 2;
    private static final String NUMBER = "dword:";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private RegistryText() {}

    /** A file that enters the keys; what a registry has besides them stays. {@code REGEDIT4}, lines end with a line feed. */
    public static String of(List<RegistryKey> keys) {
        return of(keys, RegistryForm.REGEDIT4);
    }

    /**
     * The same in any form.
     *
     * @throws IllegalArgumentException when the form can't say what a key or value has; the message names it
     */
    public static String of(List<RegistryKey> keys, RegistryForm form) {
        StringBuilder text = new StringBuilder(form.header());
        text.append(text.isEmpty() ? "" : "\n");
        for (RegistryKey key : keys) {
            text.append('\n');
            if (!key.comment().isEmpty()) {
                text.append("; ").append(key.comment()).append('\n');
            }
            KeySyntax.requireKey(key.path());
            text.append('[').append(key.path()).append("]\n");
            for (Map.Entry<String, RegistryValue> value : key.values().entrySet()) {
                try {
                    text.append(wrapped(line(value.getKey(), value.getValue(), form)));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(name(key, value) + " can't be written: " + e.getMessage(), e);
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** A value with its name, in one line, as in {@code "Port"=dword:00000015}; without a name it is the key's default value. */
    public static String line(String name, RegistryValue value, RegistryForm form) {
        if (!KeySyntax.isValueName(name)) {
            throw new IllegalArgumentException("its name has a control character");
        }
        return (name.isEmpty() ? "@=" : "\"" + RegistryValue.escaped(name) + "\"=") + value.text(form);
    }

    /**
     * The file, byte by byte, with the line ends of Windows.
     *
     * @throws IllegalArgumentException when the form hasn't got one of the characters; the message says what it is in
     */
    public static byte[] bytes(List<RegistryKey> keys, RegistryForm form) {
        String text = of(keys, form).replace("\n", "\r\n");
        if (form == RegistryForm.VERSION_5) {
            return form.encode(BYTE_ORDER_MARK + text);
        }
        try {
            return AnsiText.encode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(culprit(keys) + e.getMessage(), e);
        }
    }

    private static String culprit(List<RegistryKey> keys) {
        for (RegistryKey key : keys) {
            if (!isAnsi(key.path())) {
                return "key " + key.path() + " can't be written: ";
            }
            for (Map.Entry<String, RegistryValue> value : key.values().entrySet()) {
                if (!isAnsi(line(value.getKey(), value.getValue(), RegistryForm.REGEDIT4))) {
                    return name(key, value) + " can't be written: ";
                }
            }
        }
        return "a comment can't be written: ";
    }

    private static boolean isAnsi(String text) {
        try {
            AnsiText.encode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String name(RegistryKey key, Map.Entry<String, RegistryValue> value) {
        return (value.getKey().isEmpty() ? "the default value" : "value " + value.getKey()) + " of " + key.path();
    }

    /** Breaks a long line between bytes; a text in quotes can't be broken, nor can a number. */
    private static String wrapped(String line) {
        int bytes = line.endsWith("\"") ? line.length() : line.lastIndexOf(':') + 1;
        if (line.length() <= LONGEST_LINE
                || bytes == line.length()
                || line.startsWith(NUMBER, bytes - NUMBER.length())) {
            return line;
        }
        StringBuilder text = new StringBuilder(line.substring(0, bytes));
        int column = bytes;
        for (int i = bytes; i < line.length(); i += BYTE_WITH_COMMA) {
            if (column + BYTE_WITH_COMMA >= LONGEST_LINE) {
                text.append(CONTINUED);
                column = INDENT;
            }
            text.append(line, i, Math.min(line.length(), i + BYTE_WITH_COMMA));
            column += BYTE_WITH_COMMA;
        }
        return text.toString();
    }
}

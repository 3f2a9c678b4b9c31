package org.wec7emu.registry;

/**
 * A value as it stands in a line of a {@code .reg} file of version 5.
 *
 * @param name empty for a key's default value
 */
public record RegistryLine(String name, RegistryValue value) {
    /**
     * Reads the line.
     *
     * @throws IllegalArgumentException when it can't be read; the message says why, and what to write
     */
    public static RegistryLine parse(String line) {
        FileCursor in = new FileCursor(line, "");
        ValueReader reader = new ValueReader(in, RegistryForm.VERSION_5);
        try {
            String name = reader.name();
            RegistryValue value = reader.value();
            if (value == null) {
                throw new IllegalArgumentException("there is nothing here to delete; remove the line");
            }
            in.skipRest();
            if (!in.atEnd()) {
                throw new IllegalArgumentException("something stands behind the value; remove it");
            }
            return new RegistryLine(name, value);
        } catch (SyntaxFault e) {
            throw new IllegalArgumentException(e.what().replace(ValueReader.TRUNCATED, ""), e);
        }
    }

    /**
     * A key's path with its root written out.
     *
     * @throws IllegalArgumentException when it can't be a key's; the message says why
     */
    public static String path(String text) {
        return KeySyntax.fullPath(text);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return RegistryText.line(name, value, RegistryForm.VERSION_5);
    }
}

package org.wec7emu.registry;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What a named value of the registry holds. */
public sealed interface RegistryValue {
    /**
     * As it stands behind the equals sign of a {@code .reg} file, in one line.
     *
     * @throws IllegalArgumentException when the form hasn't got one of its characters
     */
    String text(RegistryForm form);

    /**
     * A number of 32 bits.
     *
     * @param number unsigned
     */
    record Dword(int number) implements RegistryValue {
        /** In hexadecimal, as all numbers of such a file. */
        @Override
        public String text(RegistryForm form) {
            return "dword:" + HexFormat.of().toHexDigits(number);
        }
    }

    /** A text. */
    record Text(String characters) implements RegistryValue {
        @Override
        public String text(RegistryForm form) {
            return canStandInQuotes(characters)
                    ? "\"" + escaped(characters) + "\""
                    : hex(ValueType.TEXT, form.encode(characters.concat(ValueType.END)));
        }
    }

    /** A text with names of variables in it, such as {@code %windir%}. */
    record ExpandText(String characters) implements RegistryValue {
        @Override
        public String text(RegistryForm form) {
            return hex(ValueType.EXPAND_TEXT, form.encode(characters.concat(ValueType.END)));
        }
    }

    /** Texts. */
    record MultiText(List<String> texts) implements RegistryValue {
        /** @throws IllegalArgumentException when a text has the character in it that ends one */
        public MultiText {
            texts = List.copyOf(texts);
            if (texts.stream().anyMatch(text -> text.contains(ValueType.END))) {
                throw new IllegalArgumentException("a text among several can't have the character U+0000 in it");
            }
        }

        @Override
        public String text(RegistryForm form) {
            StringBuilder all = new StringBuilder();
            texts.forEach(text -> all.append(text).append(ValueType.END));
            return hex(
                    ValueType.MULTI_TEXT, form.encode(all.append(ValueType.END).toString()));
        }
    }

    /** Bytes, of a binary value or of one whose type this emulator has no use for. */
    final class Binary implements RegistryValue {
        private final int type;
        private final byte[] bytes;

        /** A binary value. */
        public Binary(byte[] bytes) {
            this(ValueType.BINARY, bytes);
        }

        /**
         * Bytes of any type.
         *
         * @param type unsigned
         * @throws IllegalArgumentException when values of that type are no bytes here
         */
        public Binary(int type, byte[] bytes) {
            if (ValueType.isKnown(type)) {
                throw new IllegalArgumentException("a value of type " + type + " has a class of its own");
            }
            this.type = type;
            this.bytes = bytes.clone();
        }

        public int type() {
            return type;
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public String text(RegistryForm form) {
            return hex(type, bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Binary binary && type == binary.type && Arrays.equals(bytes, binary.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return hex(type, bytes);
        }
    }

    /** With a backslash before backslashes and quotes, as in names and texts of a {@code .reg} file. */
    static String escaped(String characters) {
        return characters.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static boolean canStandInQuotes(String characters) {
        return characters.chars().allMatch(c -> c >= ' ' || c == '\t');
    }

    private static String hex(int type, byte[] bytes) {
        return (type == ValueType.BINARY ? "hex:" : "hex(" + Integer.toHexString(type) + "):")
                + HexFormat.ofDelimiter(",").formatHex(bytes);
    }
}

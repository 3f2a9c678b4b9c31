package org.wec7emu.profile.registry;

import java.util.Arrays;
import java.util.HexFormat;

/** What a named value of the registry holds. */
public sealed interface RegistryValue {
    /** As it stands behind the equals sign of a {@code .reg} file. */
    String text();

    /**
     * A number of 32 bits.
     *
     * @param number unsigned
     */
    record Dword(int number) implements RegistryValue {
        /** In hexadecimal, as all numbers of such a file. */
        @Override
        public String text() {
            return "dword:" + HexFormat.of().toHexDigits(number);
        }
    }

    /** A text. */
    record Text(String characters) implements RegistryValue {
        @Override
        public String text() {
            return "\"" + escaped(characters) + "\"";
        }
    }

    /** Bytes. */
    final class Binary implements RegistryValue {
        private final byte[] bytes;

        public Binary(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public String text() {
            return "hex:" + HexFormat.ofDelimiter(",").formatHex(bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Binary binary && Arrays.equals(bytes, binary.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** With a backslash before backslashes and quotes, as in names and texts of a {@code .reg} file. */
    static String escaped(String characters) {
        return characters.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}

package org.wec7emu.soak;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * What a file has in it, which its name and the seed say, so that nobody has to remember it.
 *
 * @param size bytes
 */
record Content(long seed, String name, int size) {
    byte[] bytes() {
        byte[] bytes = new byte[size];
        new SplittableRandom(seed * 31 + name.hashCode()).nextBytes(bytes);
        return bytes;
    }

    boolean is(byte[] other) {
        return other.length == size && hash(bytes()).equals(hash(other));
    }

    /** Whether those are the first bytes of it, or all. */
    boolean beginsWith(byte[] other) {
        return other.length <= size
                && hash(Arrays.copyOf(bytes(), other.length)).equals(hash(other));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For messages. */
    static String described(byte[] bytes) {
        return bytes.length + " bytes, SHA-256 " + hash(bytes);
    }

    static byte[] ofText(String oneCharacterAByte) {
        return oneCharacterAByte.getBytes(StandardCharsets.ISO_8859_1);
    }
}

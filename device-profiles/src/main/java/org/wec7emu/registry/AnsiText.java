package org.wec7emu.registry;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * windows-1252, where the five bytes that it leaves undefined stand for the control characters of the same number, as Unicode's
 * table of Windows' own conversion (bestfit1252.txt) has it: so every file of bytes can be read, and be written as it was.
 */
final class AnsiText {
    private static final Charset CODE_PAGE = Charset.forName("windows-1252");
    private static final int FIRST_CONTROL = 0x80;
    private static final int LAST_CONTROL = 0x9F;
    private static final char UNDEFINED = '\uFFFD';

    private AnsiText() {}

    static String decode(byte[] bytes) {
        StringBuilder characters = new StringBuilder(CODE_PAGE.decode(ByteBuffer.wrap(bytes)));
        for (int i = 0; i < bytes.length; i++) {
            if (characters.charAt(i) == UNDEFINED) {
                characters.setCharAt(i, (char) (bytes[i] & 0xFF));
            }
        }
        return characters.toString();
    }

    /** @throws IllegalArgumentException when the code page hasn't got one of the characters */
    static byte[] encode(String characters) {
        CharsetEncoder encoder = CODE_PAGE.newEncoder();
        byte[] bytes = new byte[characters.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = characters.charAt(i);
            bytes[i] = c < FIRST_CONTROL || isUndefined(c) ? (byte) c : encoded(encoder, c);
        }
        return bytes;
    }

    private static byte encoded(CharsetEncoder encoder, char c) {
        try {
            return encoder.encode(CharBuffer.wrap(new char[] {c})).get();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    String.format("the character U+%04X isn't in windows-1252, the code page of REGEDIT4", (int) c), e);
        }
    }

    private static boolean isUndefined(char c) {
        return c >= FIRST_CONTROL
                && c <= LAST_CONTROL
                && CODE_PAGE.decode(ByteBuffer.wrap(new byte[] {(byte) c})).charAt(0) == UNDEFINED;
    }
}

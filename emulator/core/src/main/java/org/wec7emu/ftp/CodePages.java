package org.wec7emu.ftp;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Text of the control connection in the device's code page, as Windows converts it: a byte that a single-byte code page has
 * no letter for is the control character of that number, and the other way round, so that no two names become the same.
 * Source: https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WindowsBestFit/bestfit1252.txt
 */
final class CodePages {
    private static final char NO_LETTER = '\uFFFD';
    private static final int FIRST_CONTROL = 0x80;
    private static final int LAST_CONTROL = 0x9F;
    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

    private CodePages() {}

    static String decode(byte[] bytes, Charset codePage) {
        String text = new String(bytes, codePage);
        if (text.length() != bytes.length || text.indexOf(NO_LETTER) < 0) {
            return text;
        }
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] == NO_LETTER) {
                chars[i] = (char) Byte.toUnsignedInt(bytes[i]);
            }
        }
        return new String(chars);
    }

    static byte[] encode(String text, Charset codePage) {
        byte[] bytes = text.getBytes(codePage);
        if (!mayHaveControl(text)) {
            return bytes;
        }
        CharsetEncoder encoder = codePage.newEncoder();
        if (bytes.length != text.length() || encoder.canEncode(text)) {
            return bytes;
        }
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            if (c >= FIRST_CONTROL && c <= LAST_CONTROL && !encoder.canEncode(c)) {
                bytes[i] = (byte) c;
            }
        }
        return bytes;
    }

    private static boolean mayHaveControl(String text) {
        // In ISO 8859-1 such a character is the byte of its number, and only bytes from 0x80 on have the highest bit.
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        long seen = 0;
        while (bytes.remaining() >= Long.BYTES) {
            seen |= bytes.getLong();
        }
        while (bytes.hasRemaining()) {
            seen |= bytes.get() & HIGHEST_BITS;
        }
        return (seen & HIGHEST_BITS) != 0;
    }
}

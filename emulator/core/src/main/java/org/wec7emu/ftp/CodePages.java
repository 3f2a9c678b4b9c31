package org.wec7emu.ftp;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * Text of the control connection in the device's code page, as Windows converts it: a byte that a single-byte code page has
 * no letter for is the control character of that number, and the other way round, so that no two names become the same.
 * Source: https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WindowsBestFit/bestfit1252.txt
 */
final class CodePages {
    private static final char NO_LETTER = '\uFFFD';
    private static final int FIRST_CONTROL = 0x80;
    private static final int LAST_CONTROL = 0x9F;

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
        if (!hasControl(text)) {
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

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_CONTROL && c <= LAST_CONTROL) {
                return true;
            }
        }
        return false;
    }
}

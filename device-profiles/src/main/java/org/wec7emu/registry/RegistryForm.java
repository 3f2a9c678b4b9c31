package org.wec7emu.registry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The forms of a {@code .reg} file. They differ in the header, the encoding of the file, and that of texts which are written
 * byte by byte.
 */
public enum RegistryForm {
    /** UTF-16, little-endian, with a byte order mark. */
    VERSION_5("Windows Registry Editor Version 5.00", true),
    /** The ANSI code page, which is taken to be that of western systems, windows-1252. */
    REGEDIT4("REGEDIT4", false),
    /**
     * No header, as the files have of which CE images are built, so that nobody enters them on a desktop by mistake. That
     * texts written byte by byte are UTF-16 there is inferred: CE has no other.
     */
    HEADERLESS("", true);

    private final String header;
    private final boolean utf16;

    RegistryForm(String header, boolean utf16) {
        this.header = header;
        this.utf16 = utf16;
    }

    /** The file's first line; empty for none. */
    public String header() {
        return header;
    }

    /** The characters that bytes stand for. An odd byte at the end of UTF-16 is half a character, so left out. */
    String decode(byte[] bytes) {
        return utf16 ? utf16(bytes, 0) : AnsiText.decode(bytes);
    }

    /**
     * The bytes of characters.
     *
     * @throws IllegalArgumentException when this form hasn't got one of them; the message names it
     */
    byte[] encode(String characters) {
        if (!utf16) {
            return AnsiText.encode(characters);
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(characters.length() * Character.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < characters.length(); i++) {
            bytes.putChar(characters.charAt(i));
        }
        return bytes.array();
    }

    /** Whether a text can be so many bytes long. */
    boolean canHave(int bytes) {
        return !utf16 || bytes % Character.BYTES == 0;
    }

    /** Character by character, as a registry may well hold halves of surrogate pairs, which Java's own decoder would replace. */
    static String utf16(byte[] bytes, int from) {
        StringBuilder characters = new StringBuilder((bytes.length - from) / Character.BYTES);
        for (int i = from; i + 1 < bytes.length; i += Character.BYTES) {
            characters.append((char) ((bytes[i] & 0xFF) | (bytes[i + 1] & 0xFF) << Byte.SIZE));
        }
        return characters.toString();
    }
}

package org.wec7emu.registry;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The characters of a {@code .reg} file, however it is encoded. */
final class FileText {
    private FileText() {}

    static String decode(byte[] bytes, String name) throws RegistryException {
        if (begins(bytes, 0xFF, 0xFE)) {
            if (bytes.length % Character.BYTES != 0) {
                throw new RegistryException(List.of(name
                        + ":1:1: UTF-16 with half a character at its end; the file may be truncated, copy it again"));
            }
            return RegistryForm.utf16(bytes, 2);
        } else if (begins(bytes, 0xFE, 0xFF)) {
            throw new RegistryException(
                    List.of(name + ":1:1: this is big-endian UTF-16; save it as UTF-16 LE (Unicode in Notepad)"));
        } else if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return utf8(bytes, name);
        } else if (bytes.length > 1 && bytes[0] != 0 && bytes[1] == 0) {
            return RegistryForm.utf16(bytes, 0);
        }
        return AnsiText.decode(bytes);
    }

    /** As some editors save it, with a mark that says so. */
    private static String utf8(byte[] bytes, String name) throws RegistryException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 3, bytes.length - 3))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RegistryException(
                    List.of(name + ":1:1: it is marked as UTF-8 and has bytes that aren't; save it as UTF-16 LE"));
        }
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

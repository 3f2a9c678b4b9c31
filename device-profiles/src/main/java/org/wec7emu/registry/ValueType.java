package org.wec7emu.registry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Types of values by number, as in {@code hex(7):}, and what bytes mean in each. */
final class ValueType {
    static final int TEXT = 1;
    static final int EXPAND_TEXT = 2;
    static final int BINARY = 3;
    static final int DWORD = 4;
    static final int MULTI_TEXT = 7;
    /** Ends a text. */
    static final String END = "\0";

    private ValueType() {}

    /** Whether values of that type have a class of their own. */
    static boolean isKnown(int type) {
        return type == TEXT || type == EXPAND_TEXT || type == DWORD || type == MULTI_TEXT;
    }

    /**
     * The value that has these bytes.
     *
     * @throws IllegalArgumentException when a value of that type can't; the message says how it would be
     */
    static RegistryValue value(int type, byte[] bytes, RegistryForm form) {
        if (type == DWORD) {
            if (bytes.length != Integer.BYTES) {
                throw new IllegalArgumentException(bytes.length + " bytes are no number; hex(4) has 4");
            }
            return new RegistryValue.Dword(
                    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt());
        } else if (!isKnown(type)) {
            return new RegistryValue.Binary(type, bytes);
        } else if (!form.canHave(bytes.length)) {
            throw new IllegalArgumentException(bytes.length
                    + " bytes are no text: it has two a character in this form of file; write one more or one less");
        }
        String characters = form.decode(bytes);
        return switch (type) {
            case TEXT -> new RegistryValue.Text(withoutEnd(characters));
            case EXPAND_TEXT -> new RegistryValue.ExpandText(withoutEnd(characters));
            default -> new RegistryValue.MultiText(texts(withoutEnd(characters)));
        };
    }

    /** The end may be missing: whoever writes values can leave it out. */
    private static String withoutEnd(String characters) {
        return characters.endsWith(END) ? characters.substring(0, characters.length() - 1) : characters;
    }

    private static List<String> texts(String ended) {
        List<String> texts = new ArrayList<>();
        int start = 0;
        while (start < ended.length()) {
            int end = ended.indexOf(END, start);
            texts.add(ended.substring(start, end < 0 ? ended.length() : end));
            start = end < 0 ? ended.length() : end + 1;
        }
        return texts;
    }
}

package org.wec7emu.registry;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a value with its name: {@code "Port"=dword:00000015}. */
final class ValueReader {
    private static final String TYPES = "\"text\", dword:, hex:, hex(N): or multi_sz:, or '-' to delete it";
    static final String TRUNCATED = " (the file ends here, so it may be truncated)";
    private static final int DIGITS = 8;
    private static final int HEX = 16;

    private final FileCursor in;
    private final RegistryForm form;

    ValueReader(FileCursor in, RegistryForm form) {
        this.in = in;
        this.form = form;
    }

    /** The name with the equals sign behind it; empty for the key's default value. */
    String name() throws SyntaxFault {
        String place = in.place();
        String name = "";
        if (in.peek() == '"') {
            name = QuotedText.take(in, false);
        } else if (!in.takeIf('@')) {
            throw new SyntaxFault(place, notAValue());
        }
        if (!KeySyntax.isValueName(name)) {
            throw new SyntaxFault(place, "a value's name can't have a control character in it");
        }
        in.skipBlanks();
        if (!in.takeIf('=')) {
            throw new SyntaxFault(in.place(), "'=' is missing behind the value's name; write it" + atEnd());
        }
        in.skipBlanks();
        return name;
    }

    private String notAValue() {
        String word = in.rest().strip().toUpperCase(Locale.ROOT);
        if (word.startsWith("IF ") || word.equals("ENDIF") || word.startsWith("#")) {
            return "a condition of the build of an image; keep the lines that hold for the image, and remove it";
        }
        return "neither a key in brackets nor a value with its name in quotes; a comment begins with ';'";
    }

    /** What follows the equals sign; null where it deletes the value. */
    @Nullable
    RegistryValue value() throws SyntaxFault {
        RegistryValue value = null;
        if (in.peek() == '"') {
            value = new RegistryValue.Text(QuotedText.take(in, true));
        } else if (!in.takeIf('-')) {
            value = typed();
        }
        in.skipBlanks();
        if (!in.atLineEnd() && in.peek() != ';') {
            throw new SyntaxFault(in.place(), "something stands behind the value; remove it, or write ';' before it");
        }
        return value;
    }

    private RegistryValue typed() throws SyntaxFault {
        String place = in.place();
        int colon = in.rest().indexOf(':');
        String type = colon < 0 ? "" : in.rest().substring(0, colon).strip().toLowerCase(Locale.ROOT);
        int number = number(type);
        if (number < 0 && !type.equals("dword") && !type.equals("multi_sz")) {
            throw new SyntaxFault(place, "no value that is known here; write " + TYPES + atEnd());
        }
        in.skip(colon + 1);
        return switch (type) {
            case "dword" -> dword();
            case "multi_sz" -> texts();
            default -> bytes(place, number);
        };
    }

    /** Of {@code hex} or {@code hex(N)}; -1 for anything else. */
    private static int number(String type) {
        if (type.equals("hex")) {
            return ValueType.BINARY;
        } else if (!type.startsWith("hex(") || !type.endsWith(")")) {
            return -1;
        }
        String digits = type.substring("hex(".length(), type.length() - 1);
        try {
            return digits.isEmpty() || digits.length() > DIGITS || Character.digit(digits.charAt(0), HEX) < 0
                    ? -1
                    : Integer.parseInt(digits, HEX);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private RegistryValue.Dword dword() throws SyntaxFault {
        in.skipBlanks();
        String place = in.place();
        int number = 0;
        int digits = 0;
        for (int digit = hexDigit(); digit >= 0; digit = hexDigit()) {
            number = number * HEX + digit;
            digits++;
        }
        if (digits == 0 || digits > DIGITS) {
            throw new SyntaxFault(
                    place, "no number; a dword has 1 to 8 hexadecimal digits, as in dword:00000015 for 21" + atEnd());
        }
        return new RegistryValue.Dword(number);
    }

    /** Takes one; -1 where there is none. */
    private int hexDigit() {
        int digit = in.peek() < 0x80 ? Character.digit(in.peek(), HEX) : -1;
        if (digit >= 0) {
            in.take();
        }
        return digit;
    }

    private RegistryValue bytes(String place, int type) throws SyntaxFault {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        in.takeContinuations();
        boolean more = !in.atLineEnd() && in.peek() != ';';
        while (more) {
            int high = hexDigit();
            int low = high < 0 ? -1 : hexDigit();
            if (high < 0) {
                throw new SyntaxFault(
                        in.place(),
                        in.atEnd()
                                ? "a byte is missing" + TRUNCATED
                                : "no byte; one has two hexadecimal digits, commas stand between them, and '\\' behind"
                                        + " the last comma of a line that goes on");
            }
            bytes.write(low < 0 ? high : high * HEX + low);
            in.takeContinuations();
            more = in.takeIf(',');
            in.takeContinuations();
        }
        try {
            return ValueType.value(type, bytes.toByteArray(), form);
        } catch (IllegalArgumentException e) {
            throw new SyntaxFault(place, String.valueOf(e.getMessage()));
        }
    }

    private RegistryValue.MultiText texts() throws SyntaxFault {
        List<String> texts = new ArrayList<>();
        in.takeContinuations();
        boolean more = !in.atLineEnd() && in.peek() != ';';
        while (more) {
            String place = in.place();
            if (in.peek() != '"') {
                throw new SyntaxFault(place, "a text in quotes is missing; write multi_sz:\"one\",\"two\"" + atEnd());
            }
            String text = QuotedText.take(in, true);
            if (text.contains(ValueType.END)) {
                throw new SyntaxFault(place, "a text among several can't have the character U+0000 in it; remove it");
            }
            texts.add(text);
            in.takeContinuations();
            more = in.takeIf(',');
            in.takeContinuations();
            while (more && in.atLineEnd() && !in.atEnd()) {
                in.takeLineEnd();
                in.skipBlanks();
            }
        }
        return new RegistryValue.MultiText(texts);
    }

    private String atEnd() {
        return in.atEnd() ? TRUNCATED : "";
    }
}

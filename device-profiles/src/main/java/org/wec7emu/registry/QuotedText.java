package org.wec7emu.registry;

/**
 * A text in quotes. A backslash stands before a quote or backslash of its own; before anything else it is one itself, as people
 * write it in files that devices take ({@code "\Hard Disk\TwinCAT"}, in Tc3PlcHmiWEC7x86.reg of
 * https://github.com/pcdshub/pcds-plc-image-generator).
 */
final class QuotedText {
    private QuotedText() {}

    /** @param overLines whether it may go on in the next line, as an export has a text with a line end in it */
    static String take(FileCursor in, boolean overLines) throws SyntaxFault {
        String place = in.place();
        StringBuilder text = new StringBuilder();
        in.take();
        while (!in.takeIf('"')) {
            if (in.atLineEnd()) {
                text.append(lineEnd(in, overLines, place));
                continue;
            }
            char c = in.take();
            if (c == '\\' && (in.peek() == '\\' || in.peek() == '"')) {
                c = in.take();
            }
            text.append(c);
        }
        return text.toString();
    }

    private static String lineEnd(FileCursor in, boolean overLines, String place) throws SyntaxFault {
        String next = in.nextLine().stripLeading();
        boolean begins = next.startsWith("[") || next.startsWith("@=") || next.matches("\".*\"\\s*=.*");
        if (!overLines || begins || in.atEnd()) {
            throw new SyntaxFault(
                    place,
                    "this text has no quote at its end; add it, and double a backslash before it"
                            + (in.atEnd() ? ValueReader.TRUNCATED : ""));
        }
        return in.takeLineEnd();
    }
}

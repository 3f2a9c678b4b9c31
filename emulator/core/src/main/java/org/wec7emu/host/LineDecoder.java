package org.wec7emu.host;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.codec.ProtocolDecoderAdapter;
import org.apache.mina.filter.codec.ProtocolDecoderOutput;

/**
 * Bytes to lines, without their ends, one char a byte (ISO 8859-1). A line ends with a line feed, or, on connections where
 * that was asked for, only with a carriage return and a line feed.
 */
final class LineDecoder extends ProtocolDecoderAdapter {
    /** Beyond any device's limit by one; what is longer is cut here, so that a line without end costs no memory. */
    private static final int LONGEST_LINE = 65_537;

    private static final Object LINE = LineDecoder.class;
    private static final Object NEEDS_RETURN = LineDecoder.class.getName() + ".needs-return";

    /** Lets lines of a connection end only with both characters. */
    static void needReturn(IoSession session) {
        session.setAttribute(NEEDS_RETURN);
    }

    @Override
    public void decode(IoSession session, IoBuffer in, ProtocolDecoderOutput out) {
        Line line = (Line) session.getAttribute(LINE);
        if (line == null) {
            line = new Line();
            session.setAttribute(LINE, line);
        }
        boolean needsReturn = session.containsAttribute(NEEDS_RETURN);
        while (in.hasRemaining()) {
            byte next = in.get();
            if (next == '\n' && (line.afterReturn || !needsReturn)) {
                out.write(line.take());
            } else {
                line.add(next);
            }
        }
    }

    private static final class Line {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        /** A carriage return counts only when something else follows than a line feed. */
        private boolean afterReturn;

        void add(byte next) {
            if (afterReturn) {
                append('\r');
            }
            afterReturn = next == '\r';
            if (!afterReturn) {
                append(next);
            }
        }

        private void append(int next) {
            if (bytes.size() < LONGEST_LINE) {
                bytes.write(next);
            }
        }

        String take() {
            String text = bytes.toString(StandardCharsets.ISO_8859_1);
            bytes.reset();
            afterReturn = false;
            return text;
        }
    }
}

package org.wec7emu.host;

import java.util.ArrayList;
import java.util.List;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilter.NextFilter;
import org.apache.mina.core.session.DummySession;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.codec.ProtocolDecoderOutput;

/** Lines as a control connection makes them of its bytes. */
public final class DecodedLines implements ProtocolDecoderOutput {
    private final LineDecoder decoder = new LineDecoder();
    private final IoSession session = new DummySession();
    private final List<String> lines = new ArrayList<>();

    private DecodedLines(boolean needsReturn) {
        if (needsReturn) {
            LineDecoder.needReturn(session);
        }
    }

    /**
     * The lines of what arrives in pieces.
     *
     * @param piece bytes that arrive at a time
     * @param needsReturn whether only a carriage return and a line feed end a line
     */
    public static List<String> of(byte[] bytes, int piece, boolean needsReturn) {
        DecodedLines decoded = new DecodedLines(needsReturn);
        for (int start = 0; start < bytes.length; start += piece) {
            IoBuffer arriving = IoBuffer.wrap(bytes, start, Math.min(piece, bytes.length - start));
            decoded.decoder.decode(decoded.session, arriving, decoded);
        }
        return decoded.lines;
    }

    @Override
    public void write(Object line) {
        lines.add(line.toString());
    }

    @Override
    public void flush(NextFilter next, IoSession ofLines) {
        // nothing is held back
    }
}

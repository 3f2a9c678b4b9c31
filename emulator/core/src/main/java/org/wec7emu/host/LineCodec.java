package org.wec7emu.host;

import java.nio.charset.StandardCharsets;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.codec.ProtocolCodecFactory;
import org.apache.mina.filter.codec.ProtocolDecoder;
import org.apache.mina.filter.codec.ProtocolEncoder;
import org.apache.mina.filter.codec.ProtocolEncoderAdapter;
import org.apache.mina.filter.codec.ProtocolEncoderOutput;
import org.apache.mina.filter.codec.textline.LineDelimiter;
import org.apache.mina.filter.codec.textline.TextLineDecoder;

/**
 * Lines of a control connection, byte for byte: a decoded line holds one char a byte (ISO 8859-1), so that the device's own
 * code page can be applied where the device is known. What is sent is bytes already: a {@link WireReply}.
 */
final class LineCodec implements ProtocolCodecFactory {
    /** Beyond any device's limit; what is longer is discarded up to its line end. */
    private static final int LONGEST_LINE = 65_536;

    private final ProtocolEncoder encoder = new Encoder();
    private final TextLineDecoder decoder = new TextLineDecoder(StandardCharsets.ISO_8859_1, LineDelimiter.AUTO);

    LineCodec() {
        decoder.setMaxLineLength(LONGEST_LINE);
    }

    @Override
    public ProtocolEncoder getEncoder(IoSession session) {
        return encoder;
    }

    @Override
    public ProtocolDecoder getDecoder(IoSession session) {
        return decoder;
    }

    private static final class Encoder extends ProtocolEncoderAdapter {
        @Override
        public void encode(IoSession session, Object message, ProtocolEncoderOutput out) {
            out.write(IoBuffer.wrap(((WireReply) message).bytes()));
        }
    }
}

package org.wec7emu.host;

import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.codec.ProtocolCodecFactory;
import org.apache.mina.filter.codec.ProtocolDecoder;
import org.apache.mina.filter.codec.ProtocolEncoder;
import org.apache.mina.filter.codec.ProtocolEncoderAdapter;
import org.apache.mina.filter.codec.ProtocolEncoderOutput;

/**
 * Lines of a control connection, byte for byte, so that the device's own code page can be applied where the device is known.
 * What is sent is bytes already: a {@link WireReply}.
 */
final class LineCodec implements ProtocolCodecFactory {
    private final ProtocolEncoder encoder = new Encoder();
    private final ProtocolDecoder decoder = new LineDecoder();

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

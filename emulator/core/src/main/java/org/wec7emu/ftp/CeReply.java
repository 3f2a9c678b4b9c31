package org.wec7emu.ftp;

import java.nio.charset.Charset;
import org.apache.ftpserver.ftplet.FtpReply;
import org.wec7emu.host.WireReply;

/**
 * A reply as it goes over the wire.
 *
 * @param code 100 to 599
 * @param text behind the code and its blank; for several lines the whole of it, codes and line ends included
 * @param codePage of the control connection
 * @param severalLines whether {@code text} is all that is sent
 */
record CeReply(int code, String text, Charset codePage, boolean severalLines) implements FtpReply, WireReply {
    private static final long NEVER_SENT = 0;

    static CeReply line(int code, String text, Charset codePage) {
        return new CeReply(code, text, codePage, false);
    }

    @Override
    public byte[] bytes() {
        return CodePages.encode(toString(), codePage);
    }

    @Override
    public int getCode() {
        return code;
    }

    @Override
    public String getMessage() {
        return text;
    }

    @Override
    public long getSentTime() {
        return NEVER_SENT;
    }

    @Override
    public boolean isPositive() {
        return code < 400;
    }

    @Override
    public String toString() {
        return severalLines ? text : code + " " + text + "\r\n";
    }
}

package org.wec7emu.ftp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.ftpserver.ftplet.FtpRequest;

/**
 * A command line.
 *
 * @param verb in upper case, X verbs included
 * @param argument what stands behind the verb and one blank, blanks at either end included
 * @param line the whole line
 * @param receivedTime milliseconds since 1970
 */
record CeRequest(String verb, String argument, String line, long receivedTime) implements FtpRequest {
    /**
     * Reads a line as it came over the wire.
     *
     * @param bytes one char a byte
     * @param codePage the device's
     */
    static CeRequest parse(String bytes, Charset codePage, long receivedTime) {
        String line = CodePages.decode(bytes.getBytes(StandardCharsets.ISO_8859_1), codePage);
        String text = line.stripLeading();
        int blank = text.indexOf(' ');
        String verb = blank < 0 ? text : text.substring(0, blank);
        String argument = blank < 0 ? "" : text.substring(blank + 1);
        return new CeRequest(verb.toUpperCase(Locale.ROOT), argument, line, receivedTime);
    }

    @Override
    public String getCommand() {
        return verb;
    }

    @Override
    public String getArgument() {
        return argument;
    }

    @Override
    public String getRequestLine() {
        return line;
    }

    @Override
    public boolean hasArgument() {
        return !argument.isEmpty();
    }

    @Override
    public long getReceivedTime() {
        return receivedTime;
    }
}

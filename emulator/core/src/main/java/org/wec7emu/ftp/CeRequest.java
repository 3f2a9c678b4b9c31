package org.wec7emu.ftp;

import org.apache.ftpserver.ftplet.FtpRequest;

/**
 * A command line, as {@link CommandSyntax} reads it.
 *
 * @param verb in upper case, X verbs included
 * @param argument what stands behind the verb and one blank
 * @param line the whole line
 * @param tooLong whether it is longer than the device takes, so that nothing of it counts
 * @param receivedTime milliseconds since 1970
 */
record CeRequest(String verb, String argument, String line, boolean tooLong, long receivedTime) implements FtpRequest {
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

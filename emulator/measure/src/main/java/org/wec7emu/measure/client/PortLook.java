package org.wec7emu.measure.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A look from outside at a TCP port: one connection, which is closed at once and on which nothing is sent. */
public final class PortLook {
    private PortLook() {}

    /**
     * Tries to connect.
     *
     * @param limit how long nothing may come until the port counts as silent
     * @throws InterruptedIOException when the thread was interrupted
     */
    public static Reach at(InetSocketAddress port, Duration limit, Transcript transcript)
            throws InterruptedIOException {
        Reach reach;
        try (TimedChannel channel = TimedChannel.connect(port, limit)) {
            reach = channel.remote() == null ? Reach.UNREACHABLE : Reach.OPEN;
        } catch (ReachException e) {
            reach = e.reach();
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            reach = Reach.OPEN; // it stood, and was reset before it could be closed
        }
        transcript.note("TCP connect to " + Endpoints.text(port) + ": " + reach);
        return reach;
    }
}

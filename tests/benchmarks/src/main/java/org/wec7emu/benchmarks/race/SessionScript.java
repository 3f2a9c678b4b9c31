package org.wec7emu.benchmarks.race;

import java.net.InetSocketAddress;

/**
 * What each session of a load says.
 *
 * @param server where to connect to
 * @param file to retrieve
 * @param bytes its size
 */
public record SessionScript(InetSocketAddress server, Login login, String file, long bytes) {
    /** The same of a login that others know by its parts. */
    public static SessionScript of(InetSocketAddress server, String user, String password, String file, long bytes) {
        return new SessionScript(server, new Login(user, password), file, bytes);
    }
}

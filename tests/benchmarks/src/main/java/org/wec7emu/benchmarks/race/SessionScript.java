package org.wec7emu.benchmarks.race;

import java.net.InetSocketAddress;
import org.wec7emu.benchmarks.race.Contender.Login;

/**
 * What each session of a load says.
 *
 * @param server where to connect to
 * @param file to retrieve
 * @param bytes its size
 */
record SessionScript(InetSocketAddress server, Login login, String file, long bytes) {}

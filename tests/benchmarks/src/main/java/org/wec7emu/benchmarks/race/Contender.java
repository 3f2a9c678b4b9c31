package org.wec7emu.benchmarks.race;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * A server in the race.
 *
 * @param name a word for the table's head
 * @param description what it is and how it runs, in a line
 * @param address its own, for control connections
 * @param command starts it; it stays in the foreground
 */
record Contender(String name, String description, InetSocketAddress address, Login login, List<String> command) {
    Contender {
        command = List.copyOf(command);
    }
}

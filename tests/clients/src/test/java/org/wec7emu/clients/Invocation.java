package org.wec7emu.clients;

import java.util.List;

/**
 * How a program is called.
 *
 * @param commandLine program and arguments
 * @param input what it reads from its standard input
 */
record Invocation(List<String> commandLine, String input) {
    static Invocation of(String... commandLine) {
        return new Invocation(List.of(commandLine), "");
    }
}

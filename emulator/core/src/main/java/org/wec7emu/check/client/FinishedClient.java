package org.wec7emu.check.client;

import java.time.Duration;
import org.wec7emu.check.ClientEnd;

/**
 * A client after its run against a server of which there is no journal.
 *
 * @param took from its start to its end
 * @param output what it printed last, standard output and standard error together
 */
public record FinishedClient(ClientEnd end, Duration took, String output) {}

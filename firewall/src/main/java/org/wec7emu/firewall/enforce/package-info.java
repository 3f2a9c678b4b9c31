/**
 * Makes the operating system's kernel do what the rules say: levels of enforcement, of which a device uses one.
 *
 * <p>Whatever the level, a dropped connection attempt is silence: the client hears neither SYN/ACK nor RST. Nothing on the
 * host but the emulator's own sockets is touched, and nothing is left when the process ends, however it ends.
 */
@NullMarked
package org.wec7emu.firewall.enforce;

import org.jspecify.annotations.NullMarked;

/**
 * Rules, packets and verdicts of a Windows CE firewall, and the reference that decides: pure Java, no sockets, no FTP.
 *
 * <p>Everything that enforces for real ({@code org.wec7emu.firewall.enforce}) is held to what {@link
 * org.wec7emu.firewall.PacketFilter} says.
 */
@NullMarked
package org.wec7emu.firewall;

import org.jspecify.annotations.NullMarked;

/**
 * A device that runs: its address and ports, its FTP server behind its firewall, its storage and its journal, from power-on
 * to power-off.
 */
@NullMarked
package org.wec7emu.device;

import org.jspecify.annotations.NullMarked;

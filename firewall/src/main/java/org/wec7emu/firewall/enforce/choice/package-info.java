/** Picks the level of enforcement that a device uses: the one place that knows them all. */
@NullMarked
package org.wec7emu.firewall.enforce.choice;

import org.jspecify.annotations.NullMarked;

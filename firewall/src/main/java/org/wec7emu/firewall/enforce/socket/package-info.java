/**
 * The level {@code socket}: rules become a classic BPF program on each listening socket, which the kernel asks about every
 * segment before TCP sees it. All contact with the C library is here.
 */
@NullMarked
package org.wec7emu.firewall.enforce.socket;

import org.jspecify.annotations.NullMarked;

/**
 * The level {@code backlog}: a port that rules block is a listening socket whose accept queue is kept full by connections
 * of the emulator's own, so that the kernel drops what else arrives. Pure Java, no privileges, whole ports only.
 */
@NullMarked
package org.wec7emu.firewall.enforce.backlog;

import org.jspecify.annotations.NullMarked;

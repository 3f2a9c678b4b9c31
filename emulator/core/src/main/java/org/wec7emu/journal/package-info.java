/**
 * The one record of what happened to a device: events as they occur, in order. Verdicts, reports and messages are made from
 * it, never from sockets.
 */
@NullMarked
package org.wec7emu.journal;

import org.jspecify.annotations.NullMarked;

/**
 * What a journal says of a client: whether it works with the device, and why not. Reads events only, so a saved journal is
 * judged as the run itself was.
 */
@NullMarked
package org.wec7emu.check;

import org.jspecify.annotations.NullMarked;

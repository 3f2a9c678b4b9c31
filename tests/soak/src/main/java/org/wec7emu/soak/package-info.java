/**
 * {@code ./soak}: mixed clients over many devices for a given time, with faults and changes of rules, each held to what it must have
 * met, each transferred byte to its hash, and the process at the end to what it held at the beginning.
 */
@NullMarked
package org.wec7emu.soak;

import org.jspecify.annotations.NullMarked;

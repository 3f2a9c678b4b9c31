/** The command line: reads arguments, starts what they ask for, and says how it went. */
@NullMarked
package org.wec7emu.cli;

import org.jspecify.annotations.NullMarked;

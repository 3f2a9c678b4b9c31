/**
 * The emulator and other FTP servers on this machine, measured by the same clients in the same run ({@code ./bench race}).
 */
@NullMarked
package org.wec7emu.benchmarks.race;

import org.jspecify.annotations.NullMarked;

/** What many devices in one process cost: {@code ./bench fleet}. */
@NullMarked
package org.wec7emu.benchmarks.fleet;

import org.jspecify.annotations.NullMarked;

/** What a well-behaved client notices of hostile ones ({@code ./bench hostile}). */
@NullMarked
package org.wec7emu.benchmarks.hostile;

import org.jspecify.annotations.NullMarked;

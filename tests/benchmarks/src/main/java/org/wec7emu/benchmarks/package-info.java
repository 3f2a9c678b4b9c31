/** What the firewall costs: a packet in the reference, putting rules in force, and traffic on loopback behind each level. */
@NullMarked
package org.wec7emu.benchmarks;

import org.jspecify.annotations.NullMarked;

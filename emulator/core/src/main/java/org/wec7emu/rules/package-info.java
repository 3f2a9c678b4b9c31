/** Firewall rules as a person or a program writes them, and what becomes of them among those that a device has. */
@NullMarked
package org.wec7emu.rules;

import org.jspecify.annotations.NullMarked;

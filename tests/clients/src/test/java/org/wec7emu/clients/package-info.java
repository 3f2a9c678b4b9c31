/**
 * Real clients against running devices: what works, what hangs, and every byte of the dialogue. Each client is the program
 * or library that people use, in a process of its own.
 */
@NullMarked
package org.wec7emu.clients;

import org.jspecify.annotations.NullMarked;

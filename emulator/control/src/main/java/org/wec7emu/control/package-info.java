/**
 * Devices under control of programs in any language, and of people: their HTTP API and the pages on it. Off unless somebody asks
 * for it.
 */
@NullMarked
package org.wec7emu.control;

import org.jspecify.annotations.NullMarked;

/**
 * A device under control of programs in any language, and of people: its HTTP API and the page on it. Off unless somebody asks
 * for it.
 */
@NullMarked
package org.wec7emu.control;

import org.jspecify.annotations.NullMarked;

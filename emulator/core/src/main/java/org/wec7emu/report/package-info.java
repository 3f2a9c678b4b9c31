/**
 * What a journal shows to people: the ladder of each session, as text, as a drawing, and on a page. All of it is made from
 * events, so a saved journal gives the same.
 */
@NullMarked
package org.wec7emu.report;

import org.jspecify.annotations.NullMarked;

/**
 * What two devices do, measured: the same questions are put to both, an image that is started for it or a server somewhere,
 * and what differs is told with the values that it rests on.
 */
@NullMarked
package org.wec7emu.measure.behaviour;

import org.jspecify.annotations.NullMarked;

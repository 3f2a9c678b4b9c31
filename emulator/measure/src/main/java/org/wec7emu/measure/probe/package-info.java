/**
 * Asks an FTP server the questions that a profile is made of, and writes the answers as one. A {@link Question} says beforehand
 * all that it may send; {@link Interview} lets nothing else out.
 */
@NullMarked
package org.wec7emu.measure.probe;

import org.jspecify.annotations.NullMarked;

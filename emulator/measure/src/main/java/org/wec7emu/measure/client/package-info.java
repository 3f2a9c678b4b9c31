/**
 * A bare client for measuring FTP servers: it sends any line, keeps what comes byte by byte with its time, and opens data
 * connections either way. Each wait has a limit and ends when its thread is interrupted; a transcript has all of it.
 */
@NullMarked
package org.wec7emu.measure.client;

import org.jspecify.annotations.NullMarked;

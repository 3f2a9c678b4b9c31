/**
 * What the host's operating system gives to devices: ports, and the threads that all devices of a process share.
 */
@NullMarked
package org.wec7emu.host;

import org.jspecify.annotations.NullMarked;

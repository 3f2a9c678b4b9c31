/**
 * What a device image is: data read from YAML, each value with its evidence. No behaviour, no sockets.
 */
@NullMarked
package org.wec7emu.profile;

import org.jspecify.annotations.NullMarked;

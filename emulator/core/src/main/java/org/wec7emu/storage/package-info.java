/** The device's files, kept in directories of the host. */
@NullMarked
package org.wec7emu.storage;

import org.jspecify.annotations.NullMarked;

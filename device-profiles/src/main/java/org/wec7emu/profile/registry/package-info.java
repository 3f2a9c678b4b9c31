/** Rules as a device's registry has them: keys with named values, and the text of a {@code .reg} file. */
@NullMarked
package org.wec7emu.profile.registry;

import org.jspecify.annotations.NullMarked;

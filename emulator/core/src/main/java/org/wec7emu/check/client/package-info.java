/** A device and a client that is run against it, for a {@link org.wec7emu.check.Diagnosis} of what happened between them. */
@NullMarked
package org.wec7emu.check.client;

import org.jspecify.annotations.NullMarked;

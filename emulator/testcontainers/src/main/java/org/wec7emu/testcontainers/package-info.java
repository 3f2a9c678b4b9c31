/** A device in a container, for tests that use Testcontainers. */
@NullMarked
package org.wec7emu.testcontainers;

import org.jspecify.annotations.NullMarked;

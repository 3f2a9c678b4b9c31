package org.wec7emu.storage;

import java.time.Instant;
import java.util.Optional;

/** The clock that files of a device get their times from. */
@FunctionalInterface
public interface FileClock {
    /** The device's time, where it isn't the host's, which files have anyway. */
    Optional<Instant> otherTime();

    /** That of a device whose clock is right. */
    static FileClock right() {
        return Optional::empty;
    }
}

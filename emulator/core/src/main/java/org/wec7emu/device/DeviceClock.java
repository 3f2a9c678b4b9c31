package org.wec7emu.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.wec7emu.storage.FileClock;

/** The clock of a device, which may be wrong. The journal goes by the right one. */
final class DeviceClock implements InstantSource, FileClock {
    private final InstantSource right;
    private volatile Duration wrongBy = Duration.ZERO;

    DeviceClock(InstantSource right) {
        this.right = right;
    }

    @Override
    public Instant instant() {
        return right.instant().plus(wrongBy);
    }

    /** Sets it to a local time, from which it goes on. */
    void set(LocalDateTime local) {
        wrongBy = Duration.between(
                right.instant(), local.atZone(ZoneId.systemDefault()).toInstant());
    }

    /** Sets it right. */
    void setRight() {
        wrongBy = Duration.ZERO;
    }

    @Override
    public Optional<Instant> otherTime() {
        return wrongBy.isZero() ? Optional.empty() : Optional.of(instant());
    }
}

package org.wec7emu.profile;

import java.util.Optional;
import java.util.stream.Stream;

/** One value in which two devices differ. */
public sealed interface Difference {
    /** What it is about: a value's path, a list's path, or the name of a rule below {@code firewall.rules}. */
    String subject();

    /** What the first device has; empty when it has nothing of the kind. */
    Optional<ProfileValue> first();

    /** What the second device has; empty when it has nothing of the kind. */
    Optional<ProfileValue> second();

    /** The same, seen from the second device. */
    Difference mirrored();

    /** Both have it, but not the same. */
    record Changed(String subject, ProfileValue from, ProfileValue to) implements Difference {
        @Override
        public Optional<ProfileValue> first() {
            return Optional.of(from);
        }

        @Override
        public Optional<ProfileValue> second() {
            return Optional.of(to);
        }

        @Override
        public Difference mirrored() {
            return new Changed(subject, to, from);
        }
    }

    /** Only the first device has it. */
    record OnlyFirst(String subject, ProfileValue value) implements Difference {
        @Override
        public Optional<ProfileValue> first() {
            return Optional.of(value);
        }

        @Override
        public Optional<ProfileValue> second() {
            return Optional.empty();
        }

        @Override
        public Difference mirrored() {
            return new OnlySecond(subject, value);
        }
    }

    /** Only the second device has it. */
    record OnlySecond(String subject, ProfileValue value) implements Difference {
        @Override
        public Optional<ProfileValue> first() {
            return Optional.empty();
        }

        @Override
        public Optional<ProfileValue> second() {
            return Optional.of(value);
        }

        @Override
        public Difference mirrored() {
            return new OnlyFirst(subject, value);
        }
    }

    /** Where it belongs. */
    default ProfileSection section() {
        return ProfileSection.of(subject());
    }

    /** Whether either value is inferred or unknown, so that real devices may well not differ in it. */
    default boolean restsOnGuess() {
        return Stream.of(first(), second())
                .flatMap(Optional::stream)
                .anyMatch(value -> value.evidence().grade().isGuess());
    }
}

package org.wec7emu.profile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a YAML file with what stands there. Evidence is null until {@link EvidenceResolver} has been over it. */
sealed interface Node {
    Position at();

    @Nullable
    Evidence evidence();

    /** In a sentence such as "max-sessions is a list". */
    String description();

    /** How YAML reads a plain scalar. */
    enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        FLAG,
        EMPTY
    }

    /** A single value; {@code text} as it stands in the file, without quotes. */
    record Scalar(
            Position at, Kind kind, String text, @Nullable Evidence evidence) implements Node {
        @Override
        public String description() {
            return switch (kind) {
                case TEXT -> "the text " + Quoted.of(text);
                case WHOLE, DECIMAL -> "the number " + text;
                case FLAG -> text;
                case EMPTY -> "empty";
            };
        }
    }

    /** A list. */
    record Sequence(Position at, List<Node> items, @Nullable Evidence evidence) implements Node {
        @Override
        public String description() {
            return "a list";
        }
    }

    /** Keys and values in file order; {@code at} is where the key stands that leads to it. */
    record Mapping(
            Position at,
            Map<String, Member> members,
            @Nullable Evidence evidence) implements Node {
        @Override
        public String description() {
            return "a mapping";
        }
    }

    /** A key's place, and its value. */
    record Member(Position at, Node value) {}
}

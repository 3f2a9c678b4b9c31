package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wec7emu.profile.Node.Kind;

/** Reads what a mapping says of evidence: grade, source and note. */
final class EvidenceReader {
    private final Mistakes mistakes;
    private final Set<String> ownSources;

    /** @param ownSources keys of the sources that the file brings itself */
    EvidenceReader(Mistakes mistakes, Set<String> ownSources) {
        this.mistakes = mistakes;
        this.ownSources = ownSources;
    }

    /** The evidence that a mapping spells out; what it inherits when it can't be read. */
    @Nullable
    Evidence read(Node.Mapping mapping, Position at, List<String> keys, @Nullable Evidence inherited) {
        for (Map.Entry<String, Node.Member> entry : mapping.members().entrySet()) {
            String key = entry.getKey();
            if (!keys.contains(key)) {
                mistakes.add(
                        entry.getValue().at(),
                        "unknown key " + Quoted.of(key) + "; "
                                + NearestName.suggestion(key, keys, "valid here: " + String.join(", ", keys)));
            }
        }
        Grade grade = grade(mapping, at);
        String source = text(mapping, "source");
        String note = text(mapping, "note");
        if (grade == null) {
            return inherited != null ? inherited : new Evidence(Grade.UNKNOWN, source, note);
        }
        check(mapping, at, grade, source, note);
        return new Evidence(grade, source, note);
    }

    private void check(Node.Mapping mapping, Position at, Grade grade, String source, String note) {
        boolean guessed = grade.isGuess();
        Node.Member sourceMember = mapping.members().get("source");
        if (sourceMember != null
                && !source.isEmpty()
                && !ownSources.contains(source)
                && !SourceList.bundledHas(source)) {
            List<String> known = new ArrayList<>(ownSources);
            known.addAll(SourceList.bundled().keys());
            mistakes.add(
                    sourceMember.value().at(),
                    "unknown source " + Quoted.of(source) + "; "
                            + NearestName.suggestion(source, known, "known: " + String.join(", ", known)));
        }
        if (!guessed && source.isEmpty()) {
            mistakes.add(at, "grade " + grade.label() + " needs a source; write for example source: cx8191-manual");
        }
        if (guessed && note.isEmpty()) {
            mistakes.add(at, "grade " + grade.label() + " needs a note that says why this value was chosen");
        }
    }

    private @Nullable Grade grade(Node.Mapping mapping, Position at) {
        String text = text(mapping, "grade");
        for (Grade grade : Grade.values()) {
            if (grade.label().equals(text)) {
                return grade;
            }
        }
        Node.Member member = mapping.members().get("grade");
        if (member == null) {
            mistakes.add(at, "evidence without a grade; add one of: " + grades());
        } else if (member.value() instanceof Node.Scalar scalar && scalar.kind() == Kind.TEXT) {
            mistakes.add(scalar.at(), "unknown grade " + Quoted.of(text) + "; one of: " + grades());
        }
        return null;
    }

    private static String grades() {
        StringBuilder labels = new StringBuilder();
        for (Grade grade : Grade.values()) {
            labels.append(labels.isEmpty() ? "" : ", ").append(grade.name().toLowerCase(Locale.ROOT));
        }
        return labels.toString();
    }

    private String text(Node.Mapping mapping, String key) {
        Node.Member member = mapping.members().get(key);
        if (member == null) {
            return "";
        }
        if (member.value() instanceof Node.Scalar scalar && scalar.kind() == Kind.TEXT) {
            return scalar.text();
        }
        mistakes.add(
                member.at(), key + " is " + member.value().description() + "; text is wanted, in quotes if need be");
        return "";
    }
}

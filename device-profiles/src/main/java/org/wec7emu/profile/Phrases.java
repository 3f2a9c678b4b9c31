package org.wec7emu.profile;

import java.util.List;
import java.util.Locale;
import org.wec7emu.profile.Node.Kind;

/** How {@link Cursor} words what is wrong. */
final class Phrases {
    private Phrases() {}

    /** @param isRule whether the key stands in a firewall rule, which may well be about a range of ports */
    static String unknownKey(String key, String path, List<String> valid, boolean isRule) {
        boolean resemblesKnown = !NearestName.of(key, valid).isEmpty();
        if (!isRule && PassivePorts.isMeantBy(key, resemblesKnown)) {
            return PassivePorts.refusal(key);
        }
        String place = path.isEmpty() ? "" : " in " + path;
        return "unknown key " + Quoted.of(key) + place + "; "
                + NearestName.suggestion(key, valid, "valid here: " + String.join(", ", valid));
    }

    static String noEvidence(String path) {
        return path + " has no evidence; write {value: ..., grade: ..., source: ...}, or put "
                + "'evidence: {grade: ..., source: ...}' into the mapping around it";
    }

    /** The value itself in quotes, where text in quotes is wanted and only they are missing. */
    static String example(Kind wanted, Node node, String example) {
        boolean onlyQuotesMissing = wanted == Kind.TEXT
                && example.startsWith("\"")
                && node instanceof Node.Scalar scalar
                && scalar.kind() != Kind.TEXT
                && scalar.kind() != Kind.EMPTY;
        return onlyQuotesMissing ? "\"" + ((Node.Scalar) node).text() + "\"" : example;
    }

    /** For comparing names, which have no case. */
    static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A constant as profiles write it: in lower case with hyphens. */
    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wec7emu.profile.Node.Kind;

/**
 * Takes typed values out of a mapping. What is wrong goes to {@link Mistakes} and a stand-in comes back, so that reading
 * goes on and finds the next mistake. {@link #close} reports the keys that nobody asked for.
 */
final class Cursor {
    private final Node.Mapping mapping;
    private final String path;
    private final Mistakes mistakes;
    /** It was reported as missing, so its keys are not reported one by one. */
    private final boolean reported;

    private final List<String> asked = new ArrayList<>();
    private boolean evidenceAsked;
    private boolean claimsNothing;

    /** @param path dotted keys from the top, empty at the top */
    Cursor(Node.Mapping mapping, String path, Mistakes mistakes) {
        this(mapping, path, mistakes, false);
    }

    private Cursor(Node.Mapping mapping, String path, Mistakes mistakes, boolean reported) {
        this.mapping = mapping;
        this.path = path;
        this.mistakes = mistakes;
        this.reported = reported;
    }

    String path(String key) {
        return path.isEmpty() ? key : path.concat(".").concat(key);
    }

    boolean has(String key) {
        return mapping.members().containsKey(key);
    }

    /** Keys that are valid here though this mapping may do without them. */
    void mayHave(List<String> keys) {
        keys.stream().filter(key -> !asked.contains(key)).forEach(asked::add);
    }

    /** Where a key's value stands, or the mapping when there is none. */
    Position position(String key) {
        Node.Member member = mapping.members().get(key);
        return member == null ? mapping.at() : member.value().at();
    }

    void reject(String key, String message) {
        mistakes.add(position(key), path(key) + ": " + message);
    }

    Cursor section(String key, String example) {
        Node node = take(key, "{".concat(example).concat("}"));
        if (node instanceof Node.Mapping found) {
            return new Cursor(found, path(key), mistakes);
        }
        if (node != null) {
            wrongType(key, node, "a mapping", key + ": {" + example + "}");
        }
        return new Cursor(new Node.Mapping(position(key), Map.of(), null), path(key), mistakes, true);
    }

    /** The mappings under this one, for keys that are names. */
    Map<String, Cursor> sections(String example) {
        Map<String, Cursor> sections = new LinkedHashMap<>();
        for (String key : mapping.members().keySet()) {
            if (!Names.isKey(key)) {
                reject(key, Quoted.of(key) + " can't be a name; write letters and digits, such as rule1");
            }
            Node.Member member = mapping.members().get(key);
            if (member != null && Inheritance.isRemoval(member.value())) {
                asked.add(key);
                reject(key, "there is nothing of that name to remove; remove the line");
                continue;
            }
            sections.put(key, section(key, example));
        }
        return sections;
    }

    String text(String key, String example) {
        return scalar(key, Kind.TEXT, "text", example, "");
    }

    /** Text, where a number needs no quotes. */
    String textOrNumber(String key, String wanted, String example) {
        Node.Member member = mapping.members().get(key);
        boolean number = member != null && member.value() instanceof Node.Scalar scalar && scalar.kind() == Kind.WHOLE;
        return scalar(key, number ? Kind.WHOLE : Kind.TEXT, wanted, example, "");
    }

    boolean flag(String key) {
        return Boolean.parseBoolean(scalar(key, Kind.FLAG, "true or false", "true", "false"));
    }

    int number(String key, int lowest, int highest, int example) {
        return Math.max(lowest, numberOrNone(key, lowest, highest, example));
    }

    /** The same, and -1 where it is missing or wrong. */
    int numberOrNone(String key, int lowest, int highest, int example) {
        String text = scalar(key, Kind.WHOLE, "a whole number", Integer.toString(example), "");
        int number = Numbers.parse(text, lowest, highest);
        if (number < 0 && !text.isEmpty()) {
            reject(key, text + " is out of range; " + lowest + " to " + highest + " is possible");
        }
        return number;
    }

    /** One of the constants of an enum, written in lower case with hyphens. */
    <E extends Enum<E>> E choice(String key, E[] constants) {
        String text = text(key, Phrases.label(constants[0]));
        StringBuilder labels = new StringBuilder();
        for (E constant : constants) {
            if (Phrases.label(constant).equals(text)) {
                return constant;
            }
            labels.append(labels.isEmpty() ? "" : ", ").append(Phrases.label(constant));
        }
        if (!text.isEmpty()) {
            reject(key, "there is no " + Quoted.of(text) + "; one of: " + labels);
        }
        return constants[0];
    }

    /** The items of a list; each is checked by the caller. */
    List<Node> list(String key, String example) {
        Node node = take(key, "[".concat(example).concat("]"));
        if (node instanceof Node.Sequence sequence) {
            if (sequence.items().isEmpty()) {
                requireEvidence(path(key), sequence);
            }
            return sequence.items();
        }
        if (node != null) {
            wrongType(key, node, "a list", key + ": [" + example + "]");
        }
        return List.of();
    }

    /** The items of a list of texts. */
    List<Node.Scalar> texts(String key, String example) {
        List<Node.Scalar> texts = new ArrayList<>();
        for (Node item : list(key, example)) {
            if (item instanceof Node.Scalar scalar && scalar.kind() == Kind.TEXT) {
                requireEvidence(path(key), scalar);
                if (scalar.text().isEmpty()) {
                    mistakes.add(scalar.at(), "an item of " + path(key) + " is empty; write for example " + example);
                }
                texts.add(scalar);
            } else {
                mistakes.add(
                        item.at(),
                        "an item of " + path(key) + " is " + item.description() + "; text is wanted, for example "
                                + example);
            }
        }
        return texts;
    }

    void close() {
        for (Map.Entry<String, Node.Member> entry : mapping.members().entrySet()) {
            if (!asked.contains(entry.getKey())) {
                String key = entry.getKey();
                mistakes.add(entry.getValue().at(), Phrases.unknownKey(key, path, asked, evidenceAsked));
            }
        }
    }

    /** A rule is one value, so the mapping itself needs evidence. */
    void requireEvidence() {
        if (!reported) {
            requireEvidence(path, mapping);
        }
        evidenceAsked = true;
    }

    /** What stands here is no claim about a device, so it needs no evidence. */
    Cursor withoutEvidence() {
        claimsNothing = true;
        evidenceAsked = true;
        return this;
    }

    /** In file order. */
    List<String> keys() {
        return List.copyOf(mapping.members().keySet());
    }

    private String scalar(String key, Kind kind, String wanted, String example, String otherwise) {
        Node node = take(key, example);
        if (node == null) {
            return otherwise;
        }
        if (!(node instanceof Node.Scalar scalar) || scalar.kind() != kind) {
            wrongType(key, node, wanted, key + ": " + Phrases.example(kind, node, example));
            return otherwise;
        }
        if (!evidenceAsked) {
            requireEvidence(path(key), scalar);
        }
        if (kind == Kind.TEXT && scalar.text().isEmpty()) {
            reject(key, "it is empty; write for example " + key + ": " + example);
        }
        return scalar.text();
    }

    private void wrongType(String key, Node node, String wanted, String example) {
        mistakes.add(
                node.at(),
                path(key) + " is " + node.description() + "; " + wanted + " is wanted, for example " + example);
    }

    private @Nullable Node take(String key, String example) {
        if (!asked.contains(key)) {
            asked.add(key);
        }
        Node.Member member = mapping.members().get(key);
        if (member != null) {
            return member.value();
        }
        if (!reported) {
            String place = path.isEmpty() ? "the profile" : path;
            mistakes.add(mapping.at(), place + " has no '" + key + "'; add for example " + key + ": " + example);
        }
        return null;
    }

    private void requireEvidence(String where, Node node) {
        if (!claimsNothing && node.evidence() == null) {
            mistakes.add(node.at(), Phrases.noEvidence(where));
        }
    }
}

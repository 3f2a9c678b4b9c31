package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists every leaf of a complete tree, in file order. */
final class LeafList {
    /** The text of a list without items. */
    static final String NONE_LISTED = "(none)";

    private static final String RULES = "firewall.rules";
    /** Never listed in the end: a tree with a leaf that lacks evidence is refused. */
    private static final Evidence NONE = new Evidence(Grade.UNKNOWN, "", "");

    private final List<ProfileValue> values = new ArrayList<>(128);

    List<ProfileValue> of(Node.Mapping root) {
        mapping(root, "");
        return List.copyOf(values);
    }

    private void mapping(Node.Mapping mapping, String path) {
        for (Map.Entry<String, Node.Member> entry : mapping.members().entrySet()) {
            String key = entry.getKey();
            node(
                    entry.getValue().value(),
                    path.isEmpty() ? key : path.concat(".").concat(key),
                    path.equals(RULES));
        }
    }

    private void node(Node node, String path, boolean rule) {
        if (node instanceof Node.Scalar scalar) {
            add(path, scalar.text(), scalar);
        } else if (node instanceof Node.Sequence sequence) {
            if (sequence.items().isEmpty()) {
                add(path, NONE_LISTED, sequence);
            }
            int index = 0;
            for (Node item : sequence.items()) {
                node(item, path.concat("[").concat(Integer.toString(index++)).concat("]"), false);
            }
        } else if (node instanceof Node.Mapping mapping) {
            if (rule) {
                add(path, ruleText(mapping), mapping);
            } else {
                mapping(mapping, path);
            }
        }
    }

    private void add(String path, String text, Node node) {
        Evidence evidence = node.evidence();
        values.add(new ProfileValue(path, text, evidence == null ? NONE : evidence, node.at()));
    }

    /** A rule is one value: {@code allow: tcp, port: 443}. */
    private static String ruleText(Node.Mapping rule) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Node.Member> entry : rule.members().entrySet()) {
            if (entry.getValue().value() instanceof Node.Scalar scalar) {
                text.append(text.isEmpty() ? "" : ", ");
                text.append(entry.getKey()).append(": ").append(scalar.text());
            }
        }
        return text.toString();
    }
}

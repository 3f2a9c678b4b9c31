package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives every node of one file the evidence that is nearest to it, and unwraps {@code {value: ..., grade: ...}}.
 *
 * <p>It works on one file before that is merged with its base: a value changed by the child must not pass for documented
 * because the base's value was.
 */
final class EvidenceResolver {
    static final String EVIDENCE = "evidence";
    /** What is said of the values that a mapping takes from the extended profile, see {@link Inheritance}. */
    static final String INHERITED = "inherited-evidence";

    private static final String VALUE = "value";
    private static final List<String> KEYS = List.of("grade", "source", "note");
    private static final List<String> WRAPPER_KEYS = List.of(VALUE, "grade", "source", "note");

    private final Mistakes mistakes;
    private final EvidenceReader reader;
    private final boolean inherits;

    EvidenceResolver(Mistakes mistakes) {
        this(mistakes, Set.of(), false);
    }

    /**
     * @param ownSources keys of the sources that the file brings itself
     * @param inherits whether the file extends a profile
     */
    EvidenceResolver(Mistakes mistakes, Set<String> ownSources, boolean inherits) {
        this.mistakes = mistakes;
        reader = new EvidenceReader(mistakes, ownSources);
        this.inherits = inherits;
    }

    Node.Mapping resolve(Node.Mapping root) {
        Node.Mapping firewall = below(root, "firewall");
        Node.Mapping rules = firewall == null ? null : below(firewall, "rules");
        if (rules != null) {
            for (String name : rules.members().keySet()) {
                Node.Mapping rule = below(rules, name);
                if (rule != null && !name.equals(EVIDENCE)) {
                    refuseWrappers(rule, name);
                }
            }
        }
        return mapping(root, null);
    }

    /** A rule is one value, so nothing in it is graded by itself. */
    private void refuseWrappers(Node.Mapping rule, String name) {
        for (String key : rule.members().keySet()) {
            Node.Mapping wrapper = key.equals(EVIDENCE) ? null : below(rule, key);
            if (wrapper != null && wrapper.members().containsKey(VALUE)) {
                mistakes.add(
                        wrapper.at(),
                        "firewall.rules." + name + "." + key + " can't stand under 'value', a rule has one evidence"
                                + " for all; write it without, and put 'evidence:' into the rule");
            }
        }
    }

    private static Node.@Nullable Mapping below(Node.Mapping mapping, String key) {
        Node.Member member = mapping.members().get(key);
        return member != null && member.value() instanceof Node.Mapping found ? found : null;
    }

    private Node node(Node node, @Nullable Evidence inherited) {
        if (node instanceof Node.Scalar scalar) {
            return new Node.Scalar(scalar.at(), scalar.kind(), scalar.text(), inherited);
        } else if (node instanceof Node.Sequence sequence) {
            List<Node> items = new ArrayList<>(sequence.items().size());
            for (Node item : sequence.items()) {
                items.add(node(item, inherited));
            }
            return new Node.Sequence(sequence.at(), items, inherited);
        }
        Node.Mapping mapping = (Node.Mapping) node;
        Node.Member value = mapping.members().get(VALUE);
        return value == null ? mapping(mapping, inherited) : unwrapped(mapping, value.value(), inherited);
    }

    private Node.Mapping mapping(Node.Mapping mapping, @Nullable Evidence inherited) {
        Evidence nearest = spelledOut(mapping, EVIDENCE, inherited);
        Map<String, Node.Member> members = new LinkedHashMap<>();
        for (Map.Entry<String, Node.Member> entry : mapping.members().entrySet()) {
            Node.Member member = entry.getValue();
            if (entry.getKey().equals(INHERITED)) {
                Evidence regrade = spelledOut(mapping, INHERITED, null);
                if (!inherits) {
                    mistakes.add(
                            member.at(),
                            INHERITED + ": nothing is inherited here, as the profile extends none; remove it");
                } else if (regrade != null) {
                    Node.Mapping carrier = new Node.Mapping(member.at(), Map.of(), regrade);
                    members.put(INHERITED, new Node.Member(member.at(), carrier));
                }
            } else if (!entry.getKey().equals(EVIDENCE)) {
                members.put(entry.getKey(), new Node.Member(member.at(), node(member.value(), nearest)));
            }
        }
        return new Node.Mapping(mapping.at(), members, nearest);
    }

    /** The evidence under a key of a mapping; {@code otherwise} where there is none. */
    private @Nullable Evidence spelledOut(Node.Mapping mapping, String key, @Nullable Evidence otherwise) {
        Node.Member own = mapping.members().get(key);
        if (own == null) {
            return otherwise;
        }
        if (own.value() instanceof Node.Mapping evidence) {
            return reader.read(evidence, own.at(), KEYS, otherwise);
        }
        mistakes.add(
                own.at(),
                key + " is " + own.value().description() + "; a mapping is wanted, for example "
                        + "{grade: documented, source: cx8191-manual}");
        return otherwise;
    }

    private Node unwrapped(Node.Mapping wrapper, Node value, @Nullable Evidence inherited) {
        Evidence nearest = inherited;
        if (wrapper.members().size() > 1) {
            nearest = reader.read(wrapper, wrapper.at(), WRAPPER_KEYS, inherited);
        }
        if (value instanceof Node.Mapping) {
            mistakes.add(
                    value.at(), "a mapping can't stand under 'value'; write it without, and put 'evidence:' inside it");
        }
        return node(value, nearest);
    }
}

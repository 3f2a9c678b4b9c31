package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays a profile over the one that it extends: mappings key by key, everything else whole; the child wins. What a child takes
 * over has the evidence that it has there, unless the child says otherwise by {@link EvidenceResolver#INHERITED}.
 */
final class Inheritance {
    /** Its members are replaced whole: half of one rule and half of another would be a third that nobody wrote. */
    private static final String RULES = "rules";

    private static final String STATES = "states";

    /** In the place of a rule or a state: the base's of that name isn't there. */
    static final String REMOVED = "removed";

    private Inheritance() {}

    static Node.Mapping merge(Node.Mapping base, Node.Mapping child) {
        return merge(base, child, "");
    }

    /** @param section what both are called */
    private static Node.Mapping merge(Node.Mapping base, Node.Mapping child, String section) {
        boolean membersWhole = section.equals(RULES);
        boolean membersRemovable = membersWhole || section.equals(STATES);
        Node.Member regrade = child.members().get(EvidenceResolver.INHERITED);
        Node.Mapping taken =
                regrade == null ? base : regraded(base, regrade.value().evidence());
        Map<String, Node.Member> members = new LinkedHashMap<>(taken.members());
        for (Map.Entry<String, Node.Member> entry : child.members().entrySet()) {
            String key = entry.getKey();
            Node.Member over = entry.getValue();
            Node.Member under = members.get(key);
            if (key.equals(EvidenceResolver.INHERITED)) {
                continue;
            }
            if (membersRemovable && under != null && isRemoval(over.value())) {
                members.remove(key);
            } else if (!membersWhole
                    && under != null
                    && under.value() instanceof Node.Mapping below
                    && over.value() instanceof Node.Mapping above) {
                members.put(key, new Node.Member(over.at(), merge(below, above, key)));
            } else {
                members.put(key, over);
            }
        }
        return new Node.Mapping(child.at(), members, child.evidence());
    }

    private static Node.Mapping regraded(Node.Mapping mapping, @Nullable Evidence evidence) {
        Map<String, Node.Member> members = new LinkedHashMap<>();
        mapping.members()
                .forEach((key, member) ->
                        members.put(key, new Node.Member(member.at(), regraded(member.value(), evidence))));
        return new Node.Mapping(mapping.at(), members, evidence);
    }

    private static Node regraded(Node node, @Nullable Evidence evidence) {
        if (node instanceof Node.Scalar scalar) {
            return new Node.Scalar(scalar.at(), scalar.kind(), scalar.text(), evidence);
        } else if (node instanceof Node.Sequence sequence) {
            List<Node> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(regraded(item, evidence)));
            return new Node.Sequence(sequence.at(), items, evidence);
        }
        return regraded((Node.Mapping) node, evidence);
    }

    static boolean isRemoval(Node member) {
        return member instanceof Node.Scalar scalar && scalar.text().equals(REMOVED);
    }
}

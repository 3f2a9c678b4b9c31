package org.wec7emu.profile;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lays a profile over the one that it extends: mappings key by key, everything else whole; the child wins. */
final class Inheritance {
    /** Its members are replaced whole: half of one rule and half of another would be a third that nobody wrote. */
    private static final String RULES = "rules";

    /** In the place of a rule: the base's rule of that name isn't there. */
    static final String REMOVED = "removed";

    private Inheritance() {}

    static Node.Mapping merge(Node.Mapping base, Node.Mapping child) {
        return merge(base, child, false);
    }

    private static Node.Mapping merge(Node.Mapping base, Node.Mapping child, boolean membersWhole) {
        Map<String, Node.Member> members = new LinkedHashMap<>(base.members());
        for (Map.Entry<String, Node.Member> entry : child.members().entrySet()) {
            String key = entry.getKey();
            Node.Member over = entry.getValue();
            Node.Member under = members.get(key);
            if (membersWhole && under != null && isRemoval(over.value())) {
                members.remove(key);
            } else if (!membersWhole
                    && under != null
                    && under.value() instanceof Node.Mapping below
                    && over.value() instanceof Node.Mapping above) {
                members.put(key, new Node.Member(over.at(), merge(below, above, key.equals(RULES))));
            } else {
                members.put(key, over);
            }
        }
        return new Node.Mapping(child.at(), members, child.evidence());
    }

    static boolean isRemoval(Node rule) {
        return rule instanceof Node.Scalar scalar && scalar.text().equals(REMOVED);
    }
}

package org.wec7emu.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Every manifest that differs from a good one in the name of one field. */
final class Misspellings {
    /** Whose fields have names of one's own. */
    private static final Set<String> FREE =
            Set.of("labels", "annotations", "matchLabels", "selector", "data", "requests", "limits", "nodeSelector");

    private final List<ObjectNode> all = new ArrayList<>();
    private final ObjectNode good;

    private Misspellings(ObjectNode good) {
        this.good = good;
    }

    static List<ObjectNode> of(ObjectNode good) {
        Misspellings misspellings = new Misspellings(good);
        misspellings.walk("", good);
        return misspellings.all;
    }

    private void walk(String pointer, JsonNode node) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(pointer + "/" + i, node.path(i));
            }
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            ObjectNode bad = good.deepCopy();
            ObjectNode parent = (ObjectNode) bad.at(pointer);
            parent.set(name + "s", parent.remove(name));
            all.add(bad);
            // A set's selector is an object of the API, a service's is free.
            boolean free = FREE.contains(name) && !node.path(name).has("matchLabels");
            if (!free) {
                walk(pointer + "/" + name, node.path(name));
            }
        }
    }
}

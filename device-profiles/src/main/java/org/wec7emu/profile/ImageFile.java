package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives the file on the card that is named as the image its name, for which {@code {image}} stands in {@code storage:}. */
final class ImageFile {
    private static final String IMAGE = "{image}";

    private ImageFile() {}

    /**
     * The same tree with names. Of a synthetic image, whose name nobody published, such a file isn't there.
     *
     * @param root of a whole profile
     * @param image the image's name
     */
    static Node.Mapping named(Node.Mapping root, String image) {
        Node.Member storage = root.members().get("storage");
        if (storage == null || !(storage.value() instanceof Node.Mapping section)) {
            return root;
        }
        String name = isSynthetic(root) ? "" : image;
        Map<String, Node.Member> members = new LinkedHashMap<>();
        section.members().forEach((key, member) -> {
            Node value = member.value() instanceof Node.Sequence paths ? named(paths, name) : member.value();
            members.put(key, new Node.Member(member.at(), value));
        });
        Map<String, Node.Member> all = new LinkedHashMap<>(root.members());
        all.put("storage", new Node.Member(storage.at(), new Node.Mapping(section.at(), members, section.evidence())));
        return new Node.Mapping(root.at(), all, root.evidence());
    }

    private static Node.Sequence named(Node.Sequence paths, String name) {
        List<Node> items = new ArrayList<>();
        for (Node item : paths.items()) {
            if (!(item instanceof Node.Scalar path) || !path.text().contains(IMAGE)) {
                items.add(item);
            } else if (!name.isEmpty()) {
                items.add(new Node.Scalar(path.at(), path.kind(), path.text().replace(IMAGE, name), path.evidence()));
            }
        }
        return new Node.Sequence(paths.at(), items, paths.evidence());
    }

    private static boolean isSynthetic(Node.Mapping root) {
        Node.Member image = root.members().get("image");
        Node.Member synthetic = image != null && image.value() instanceof Node.Mapping section
                ? section.members().get("synthetic")
                : null;
        return synthetic != null
                && synthetic.value() instanceof Node.Scalar scalar
                && scalar.text().equals("true");
    }
}

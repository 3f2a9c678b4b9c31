package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code ftp.virtual-roots:}. */
final class VirtualRootsSection {
    private static final String KEY = "virtual-roots";
    private static final String EXAMPLE = "{name: Music, path: '\\Hard Disk\\Music'}";

    private final Cursor cursor;
    private final Mistakes mistakes;
    private final List<VirtualRoot> roots = new ArrayList<>();

    /** @param cursor of {@code ftp:}, left open */
    VirtualRootsSection(Cursor cursor, Mistakes mistakes) {
        this.cursor = cursor;
        this.mistakes = mistakes;
    }

    List<VirtualRoot> read() {
        List<Node> items = cursor.list(KEY, EXAMPLE);
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof Node.Mapping mapping)) {
                mistakes.add(
                        items.get(i).at(),
                        "a virtual root is " + items.get(i).description() + "; a mapping is wanted, for example "
                                + EXAMPLE);
                continue;
            }
            String path = cursor.path((KEY + "[").concat(Integer.toString(i)).concat("]"));
            Cursor item = new Cursor(mapping, path, mistakes);
            VirtualRoot root = new VirtualRoot(item.text("name", "Music"), item.text("path", "'\\Hard Disk\\Music'"));
            item.close();
            check(item, root);
            roots.add(root);
        }
        return List.copyOf(roots);
    }

    private void check(Cursor item, VirtualRoot root) {
        String nameFault = VirtualRoot.nameFault(root.name());
        if (!root.name().isEmpty() && !nameFault.isEmpty()) {
            item.reject("name", Quoted.of(root.name()) + " " + nameFault + "; write for example Music");
        }
        String fault = DevicePath.fault(root.target());
        if (!root.target().isEmpty() && fault != null) {
            item.reject("path", Quoted.of(root.target()) + " " + fault + "; write for example '\\Hard Disk\\Music'");
            return;
        }
        for (VirtualRoot other : roots) {
            checkBeside(item, root, other);
        }
    }

    /** What the documentation rules out: ms901361. */
    private static void checkBeside(Cursor item, VirtualRoot root, VirtualRoot other) {
        if (!root.name().isEmpty() && root.name().equalsIgnoreCase(other.name())) {
            item.reject("name", "there are two virtual roots " + Quoted.of(root.name()) + "; remove one");
        }
        if (!root.target().isEmpty() && !other.target().isEmpty() && root.liesWith(other)) {
            item.reject(
                    "path",
                    Quoted.of(root.target()) + " and the directory of virtual root " + Quoted.of(other.name())
                            + " lie one in the other, which Windows CE doesn't allow; remove one");
        }
    }
}

package org.wec7emu.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wec7emu.profile.VirtualRoot;

/**
 * The virtual roots that a user sees. One hides a directory or file of the same name, whether or not its own directory exists.
 * Source: Microsoft, Creating Virtual FTP Directories (Windows CE .NET 4.2), ms901361.
 */
final class VirtualRoots {
    static final VirtualRoots NONE = new VirtualRoots(List.of());

    private final List<String> names = new ArrayList<>();
    private final Map<String, VirtualPath> targets = new LinkedHashMap<>();

    VirtualRoots(List<VirtualRoot> roots) {
        for (VirtualRoot root : roots) {
            names.add(root.name());
            targets.put(key(root.name()), VirtualPath.ROOT.resolve(root.target()));
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    List<String> names() {
        return names;
    }

    boolean has(String name) {
        return targets.containsKey(key(name));
    }

    /** Whether a path names a virtual root itself. */
    boolean isOne(VirtualPath path, FatNames rules) {
        return path.segments().size() == 1 && first(path, rules) != null;
    }

    /** What the device calls a path that lies in a virtual root; empty for any other. */
    Optional<VirtualPath> target(VirtualPath path, FatNames rules) {
        VirtualPath root = first(path, rules);
        return root == null
                ? Optional.empty()
                : Optional.of(
                        root.append(path.segments().subList(1, path.segments().size())));
    }

    private @Nullable VirtualPath first(VirtualPath path, FatNames rules) {
        if (targets.isEmpty() || path.isRoot()) {
            return null;
        }
        return rules.meant(path.segments().get(0))
                .map(name -> targets.get(key(name)))
                .orElse(null);
    }
}

package org.wec7emu.profile.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wec7emu.profile.VirtualRoot;
import org.wec7emu.registry.Registry;
import org.wec7emu.registry.RegistryKey;
import org.wec7emu.registry.RegistryValue;
import org.wec7emu.registry.RegistryValue.Text;

/**
 * The virtual roots of the FTP server: a key each, named as clients see it behind a slash, with the directory as its default
 * value. Source: Microsoft, Creating Virtual FTP Directories (Windows CE 5.0), ms899744; without the slash, ms901361.
 */
final class VirtualRootsRegistry {
    private static final String PATH = FtpdRegistry.PATH + "\\VROOTS";

    private VirtualRootsRegistry() {}

    static List<RegistryKey> of(List<VirtualRoot> roots) {
        List<RegistryKey> keys = new ArrayList<>();
        for (VirtualRoot root : roots) {
            keys.add(new RegistryKey(PATH + "\\/" + root.name(), "", Map.of("", new Text(root.target()))));
        }
        return keys;
    }

    static List<VirtualRoot> read(List<VirtualRoot> roots, Registry before, Registry after, Findings findings) {
        if (after.keysBelow(PATH).equals(before.keysBelow(PATH))) {
            return roots;
        }
        List<VirtualRoot> read = new ArrayList<>();
        for (RegistryKey key : after.keysBelow(PATH)) {
            String name = key.path().substring(PATH.length() + 1);
            Optional<RegistryValue> target = after.value(key.path(), "");
            if (target.isPresent() && target.get() instanceof Text text) {
                VirtualRoot root = new VirtualRoot(name.startsWith("/") ? name.substring(1) : name, text.characters());
                Optional<String> fault = root.fault(read);
                if (fault.isEmpty()) {
                    read.add(root);
                    findings.understand(key.path(), "");
                } else {
                    remark(key, name, fault.get(), after, findings);
                }
            } else {
                remark(key, name, "it has no directory, which is its default value (@=)", after, findings);
            }
        }
        return read;
    }

    private static void remark(RegistryKey key, String name, String why, Registry after, Findings findings) {
        findings.remark(
                after.place(key.path(), ""),
                "virtual root " + name + " isn't understood, so it has no effect here: " + why);
    }
}

package org.wec7emu.profile.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.registry.Registry;
import org.wec7emu.registry.RegistryException;
import org.wec7emu.registry.RegistryFile;
import org.wec7emu.registry.RegistryKey;
import org.wec7emu.registry.RegistryValue;

/** The values of a profile that its device has in its registry: those of the firewall and the FTP server, both ways. */
public final class ProfileRegistry {
    private ProfileRegistry() {}

    /**
     * The registry of a device: what the profile says, in the registry's form, and what it keeps of a registry.
     *
     * @throws IllegalArgumentException when the form can't say what a firewall rule says; the message names the rule
     */
    public static Registry of(DeviceProfile profile) {
        return with(profile.registry(), keys(FirewallRegistry.of(profile.firewall()), profile));
    }

    private static Registry lenient(DeviceProfile profile, List<RegistryKey> kept) {
        return with(kept, keys(FirewallRegistry.sayable(profile.firewall()), profile));
    }

    private static List<RegistryKey> keys(List<RegistryKey> firewall, DeviceProfile profile) {
        List<RegistryKey> keys = new ArrayList<>(firewall);
        keys.addAll(FtpdRegistry.of(profile.ftp()));
        return keys;
    }

    private static Registry with(List<RegistryKey> kept, List<RegistryKey> keys) {
        keys.addAll(kept);
        return Registry.of(keys);
    }

    /**
     * The device after files have been entered into its registry, in their order.
     *
     * @throws RegistryException when a value can't be used, such as one that would set the ports of passive FTP
     */
    public static RegistryReading enter(List<RegistryFile> files, DeviceProfile profile) throws RegistryException {
        Registry before = lenient(profile, profile.registry());
        Registry after = before;
        for (RegistryFile file : files) {
            after = after.apply(file);
        }
        Registry keptBefore = Registry.of(profile.registry());
        Findings findings = new Findings();
        DeviceProfile changed = profile.with(new FirewallReading(profile.firewall(), before, after, findings).read())
                .with(FtpdRegistry.read(profile.ftp(), before, after, findings));
        Registry said = lenient(changed, List.of());
        List<RegistryKey> withoutEffect = new ArrayList<>();
        List<RegistryKey> kept = new ArrayList<>();
        for (RegistryKey key : after.keys()) {
            String path = key.path();
            Map<String, RegistryValue> unsaid = new LinkedHashMap<>(key.values());
            unsaid.entrySet()
                    .removeIf(value -> findings.isUnderstood(path, value.getKey())
                            || Optional.of(value.getValue()).equals(said.value(path, value.getKey())));
            Map<String, RegistryValue> ofFiles = new LinkedHashMap<>(unsaid);
            ofFiles.entrySet()
                    .removeIf(value -> Optional.of(value.getValue()).equals(before.value(path, value.getKey())));
            boolean isUnknown = said.key(path).isEmpty();
            boolean isNew = isUnknown && before.key(path).isEmpty();
            add(withoutEffect, path, ofFiles, isNew);
            unsaid.keySet()
                    .removeIf(name -> !isUnknown
                            && !ofFiles.containsKey(name)
                            && keptBefore.value(path, name).isEmpty());
            add(kept, path, unsaid, isUnknown);
        }
        remarkOnFtp(withoutEffect, after, findings);
        findings.throwIfAny();
        return new RegistryReading(profile, changed.with(kept), withoutEffect, findings.remarks());
    }

    private static void add(List<RegistryKey> keys, String path, Map<String, RegistryValue> values, boolean evenEmpty) {
        if (evenEmpty || !values.isEmpty()) {
            keys.add(new RegistryKey(path, "", values));
        }
    }

    private static void remarkOnFtp(List<RegistryKey> withoutEffect, Registry after, Findings findings) {
        withoutEffect.forEach(key -> FtpdRegistry.remarkOn(key, after, findings));
    }
}

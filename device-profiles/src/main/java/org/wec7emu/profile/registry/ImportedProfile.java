package org.wec7emu.profile.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.profile.FirewallText;
import org.wec7emu.profile.FtpAccess;
import org.wec7emu.profile.FtpProfile;
import org.wec7emu.profile.VirtualRoot;
import org.wec7emu.registry.RegistryKey;
import org.wec7emu.registry.RegistryLine;

/**
 * A profile of a user's own device, as text: it extends an image's and says only what the registry files changed.
 *
 * <p>The files are its source, graded as observed: they are what the device itself gave out. Its default state is the device as
 * the files have it, without the steps of an owner that other states add.
 */
public final class ImportedProfile {
    private static final String SOURCE = "own-registry";
    private static final String STATE = "as-imported";
    private static final String INFERRED = "grade: inferred, note: ";

    private final RegistryReading reading;
    private final StringBuilder text = new StringBuilder();

    private ImportedProfile(RegistryReading reading) {
        this.reading = reading;
    }

    /**
     * Writes the profile.
     *
     * @param name its image's name
     * @param files the registry files, in a line, as the title of the source
     * @param reading of the profile that it extends, in no state
     * @throws IllegalArgumentException when a profile can't say what a rule says; the message names it
     */
    public static String text(String name, String files, RegistryReading reading) {
        return new ImportedProfile(reading).write(name, files);
    }

    private String write(String name, String files) {
        line("# A device as its registry has it; only what differs from the image that it extends.");
        line("extends: " + reading.before().image());
        line("");
        line("sources:");
        line("  " + SOURCE + ": {title: " + YamlText.quoted(files) + "}");
        line("");
        line("evidence: {grade: observed, source: " + SOURCE + "}");
        line("");
        line("image:");
        line("  name: {value: " + name + ", " + INFERRED + "named after the file}");
        line("  synthetic: {value: true, " + INFERRED + "one device's settings are no image that was published}");
        line("  description: {value: a device as its registry has it, " + INFERRED + "from a registry file}");
        firewall(reading.before().firewall(), reading.profile().firewall());
        ftp(reading.before().ftp(), reading.profile().ftp());
        line("");
        line("states:");
        line("  " + STATE + ":");
        line("    description: as its registry has it");
        line("    steps: []");
        statesOfTheImageItself().forEach(state -> line("  " + YamlText.quoted(state) + ": removed"));
        line("");
        line("default-state: {value: " + STATE + ", " + INFERRED + "nothing is done to the device besides}");
        registry();
        return text.toString();
    }

    /** States in which nobody has done anything to the image: what they say of it isn't so of a device whose registry was changed. */
    private List<String> statesOfTheImageItself() {
        return reading.before().states().entrySet().stream()
                .filter(state -> state.getValue().steps().isEmpty())
                .map(Map.Entry::getKey)
                .filter(state -> !state.equals(STATE))
                .toList();
    }

    private void firewall(RuleSet before, RuleSet after) {
        if (before.equals(after)) {
            return;
        }
        line("");
        line("firewall:");
        if (before.enabled() != after.enabled()) {
            line("  enabled: " + after.enabled());
        }
        if (!before.rules().equals(after.rules())) {
            line("  rules:");
            Map<String, Rule> old = byName(before);
            for (Rule rule : after.rules()) {
                if (!rule.equals(old.remove(rule.name()))) {
                    line("    " + FirewallText.line(rule));
                }
            }
            old.values().forEach(rule -> line("    " + FirewallText.removal(rule)));
        }
    }

    private static Map<String, Rule> byName(RuleSet rules) {
        return rules.rules().stream()
                .collect(Collectors.toMap(Rule::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private void ftp(FtpProfile before, FtpProfile after) {
        StringBuilder section = new StringBuilder();
        FtpAccess old = before.access();
        FtpAccess access = after.access();
        value(section, "server-active", before.serverActive(), after.serverActive());
        value(section, "allow-anonymous", old.allowAnonymous(), access.allowAnonymous());
        value(section, "allow-anonymous-upload", old.allowAnonymousUpload(), access.allowAnonymousUpload());
        value(section, "allow-anonymous-vroots", old.allowAnonymousVirtualRoots(), access.allowAnonymousVirtualRoots());
        value(section, "use-authentication", old.useAuthentication(), access.useAuthentication());
        value(section, "allow-low-ports", before.allowLowPorts(), after.allowLowPorts());
        value(section, "directory", YamlText.quoted(before.directory()), YamlText.quoted(after.directory()));
        value(
                section,
                "user-list",
                YamlText.quoted(old.userList().toString()),
                YamlText.quoted(access.userList().toString()));
        value(section, "virtual-roots", roots(old.virtualRoots()), roots(access.virtualRoots()));
        if (!section.isEmpty()) {
            line("");
            line("ftp:");
            text.append(section);
        }
    }

    private static String roots(List<VirtualRoot> roots) {
        return roots.stream()
                .map(root ->
                        "{name: " + YamlText.quoted(root.name()) + ", path: " + YamlText.quoted(root.target()) + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static void value(StringBuilder section, String key, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            section.append("  ").append(key).append(": ").append(after).append('\n');
        }
    }

    private void registry() {
        if (reading.profile().registry().isEmpty()) {
            return;
        }
        line("");
        line("# Means nothing to the emulator, and is exported again as it is.");
        line("registry:");
        for (RegistryKey key : reading.profile().registry()) {
            boolean empty = key.values().isEmpty();
            line("  " + YamlText.quoted(key.path()) + ":" + (empty ? " []" : ""));
            key.values()
                    .forEach((name, value) ->
                            line("    - " + YamlText.quoted(new RegistryLine(name, value).toString())));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}

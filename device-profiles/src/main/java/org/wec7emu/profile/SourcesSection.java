package org.wec7emu.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.profile.SourceList.Source;

/** Reads {@code sources:}, the sources that a profile brings itself, such as an export of the device's registry. */
final class SourcesSection {
    static final String KEY = "sources";
    private static final String EXAMPLE = "title: export of the registry of our device";
    /** Tells them from those that come with the emulator, and mistyped ones of these from either. */
    private static final String OWN = "own-";

    private static final List<String> MAY_HAVE = List.of("url");

    private final Mistakes mistakes;

    SourcesSection(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** Takes the section out of a profile's tree. What it says is no claim about a device, so needs no evidence. */
    Map<String, Source> takeFrom(Node.Mapping tree) {
        Map<String, Source> sources = new LinkedHashMap<>();
        if (!tree.members().containsKey(KEY)) {
            return sources;
        }
        Cursor section = new Cursor(tree, "", mistakes).section(KEY, "own-registry: {" + EXAMPLE + "}");
        for (Map.Entry<String, Cursor> entry : section.sections(EXAMPLE).entrySet()) {
            String key = entry.getKey();
            if (!Names.isImage(key) || !key.startsWith(OWN)) {
                section.reject(
                        key,
                        Quoted.of(key) + " can't name a source of one's own; write " + OWN
                                + " and letters, digits or '-' behind it, as in " + OWN + "registry");
            }
            Cursor source = entry.getValue().withoutEvidence();
            source.mayHave(MAY_HAVE);
            String url = source.has("url") ? source.text("url", "https://example.org/") : "";
            sources.put(key, new Source(key, source.text("title", EXAMPLE.substring("title: ".length())), url));
            source.close();
        }
        tree.members().remove(KEY);
        return sources;
    }
}

package org.wec7emu.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The public sources that the evidence of profiles names, from {@code sources.yaml}. Immutable. */
public final class SourceList {
    private static final String RESOURCE = "sources.yaml";

    private final Map<String, Source> sources;

    private SourceList(Map<String, Source> sources) {
        this.sources = sources;
    }

    /**
     * A public source.
     *
     * @param key what profiles call it
     * @param title what it is, in a line
     * @param url where it is; empty when no address is known that will last
     */
    public record Source(String key, String title, String url) {}

    /** Those that come with the emulator. */
    public static SourceList bundled() {
        return Bundled.LIST;
    }

    /** In the order of the file. */
    public Set<String> keys() {
        return sources.keySet();
    }

    public Optional<Source> find(String key) {
        return Optional.ofNullable(sources.get(key));
    }

    /**
     * Whether one that comes with the emulator has that key. A look at the file's text: each key begins a line, and parsing
     * them all, which is for who wants to read them, would cost every start 20 ms.
     */
    static boolean bundledHas(String key) {
        return key.indexOf('\n') < 0 && Text.OF_FILE.contains("\n" + key + ":\n");
    }

    /** Read when first asked for. */
    private static final class Text {
        static final String OF_FILE = BundledFiles.text(RESOURCE);
    }

    /** Read when first asked for. */
    private static final class Bundled {
        static final SourceList LIST = read();

        private static SourceList read() {
            Map<String, Source> sources = new LinkedHashMap<>();
            try {
                Node.Mapping root = YamlTree.parse(Text.OF_FILE, RESOURCE);
                for (Map.Entry<String, Node.Member> entry : root.members().entrySet()) {
                    if (entry.getValue().value() instanceof Node.Mapping source) {
                        String key = entry.getKey();
                        sources.put(key, new Source(key, text(source, "title"), text(source, "url")));
                    }
                }
            } catch (ProfileException e) {
                throw new IllegalStateException("the emulator's own list of sources is broken: " + e.getMessage(), e);
            }
            return new SourceList(Collections.unmodifiableMap(sources));
        }

        private static String text(Node.Mapping source, String key) {
            Node.Member member = source.members().get(key);
            return member != null && member.value() instanceof Node.Scalar scalar ? scalar.text() : "";
        }
    }
}

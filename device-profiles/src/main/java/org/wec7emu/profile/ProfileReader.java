package org.wec7emu.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.profile.Node.Kind;
import org.wec7emu.profile.SourceList.Source;

/**
 * Reads profiles. All that is wrong with one is reported at once, each mistake with its place; whatever a file holds,
 * nothing but {@link ProfileException} comes of it.
 *
 * <p>Of the evidence only what stands in a profile's own file is given to the values that stand there: a changed value
 * doesn't inherit the grade of the one that it replaces.
 */
public final class ProfileReader {
    private static final String EXTENDS = "extends";

    private final ProfileCatalog bases;
    private final Mistakes mistakes = new Mistakes();
    private final List<String> chain = new ArrayList<>();
    /** By the names of their files, so that a mistake can be shown where it is. */
    private final Map<String, String> texts = new HashMap<>();

    private ProfileReader(ProfileCatalog bases) {
        this.bases = bases;
    }

    /**
     * Reads a file; what it extends comes from {@link ProfileCatalog#bundled}.
     *
     * @throws IOException when the file can't be read; the message names it and says why
     * @throws ProfileException when it can't be used
     */
    public static DeviceProfile read(Path file) throws IOException, ProfileException {
        return read(file, ProfileCatalog.bundled());
    }

    /**
     * Reads a file.
     *
     * @param basesForExtends where {@code extends:} looks
     * @throws IOException when the file can't be read; the message names it and says why
     * @throws ProfileException when it can't be used
     */
    public static DeviceProfile read(Path file, ProfileCatalog basesForExtends) throws IOException, ProfileException {
        return read(ProfileText.of(file), file.toString(), basesForExtends);
    }

    /**
     * Reads a profile's text.
     *
     * @param fileName what messages call it
     * @param basesForExtends where {@code extends:} looks
     * @throws ProfileException when it can't be used
     */
    public static DeviceProfile read(String text, String fileName, ProfileCatalog basesForExtends)
            throws ProfileException {
        if (text.length() > ProfileText.LARGEST) {
            throw ProfileText.tooLarge(fileName);
        }
        return new ProfileReader(basesForExtends).read(text, fileName, "");
    }

    /** @param name one of the catalogue's */
    static DeviceProfile readImage(String name, ProfileCatalog catalog) throws ProfileException {
        return new ProfileReader(catalog).read(catalog.text(name), catalog.fileName(name), name);
    }

    /** @param name in the catalogue; empty for a file of its own */
    private DeviceProfile read(String text, String fileName, String name) throws ProfileException {
        try {
            return bound(parsed(text, fileName), name);
        } catch (ProfileException e) {
            throw e.underlined(texts);
        }
    }

    private Node.Mapping parsed(String text, String fileName) throws ProfileException {
        texts.put(fileName, text);
        return YamlTree.parse(text, fileName);
    }

    private DeviceProfile bound(Node.Mapping own, String name) throws ProfileException {
        WholeTree whole = withBase(own, name);
        Node.Member base = own.members().get(EXTENDS);
        if (base != null && (name.isEmpty() || bases.isUsers(name))) {
            String file = own.at().file();
            mistakes.blame(base.value().at(), at -> !at.file().equals(file) && bases.isBundledFile(at.file()));
        }
        if (own.members().containsKey(EXTENDS) && !namesItself(own)) {
            mistakes.add(
                    own.at(),
                    "image has no 'name'; a profile that extends another needs its own, for example "
                            + "image: {name: MY_DEVICE}");
        }
        return new ProfileBinding(whole, mistakes).bind();
    }

    /** The tree with evidence, laid over that of its base if it has one. */
    private WholeTree withBase(Node.Mapping tree, String name) throws ProfileException {
        Map<String, Source> ownSources = new SourcesSection(mistakes).takeFrom(tree);
        Node.Member member = tree.members().get(EXTENDS);
        Node.Mapping own = new EvidenceResolver(mistakes, ownSources.keySet(), member != null).resolve(tree);
        String image = bases.isUsers(name) ? "" : name;
        if (member == null) {
            return new WholeTree(own, ownSources, image);
        }
        own.members().remove(EXTENDS);
        String base = baseName(member);
        if (base.isEmpty()) {
            // Without its base nearly all of the profile would be reported as missing.
            throw mistakes.exception();
        }
        WholeTree below = base(base);
        Map<String, Source> sources = new LinkedHashMap<>(ownSources);
        below.sources().forEach(sources::putIfAbsent);
        return new WholeTree(Inheritance.merge(below.tree(), own), sources, image.isEmpty() ? below.image() : image);
    }

    private WholeTree base(String name) throws ProfileException {
        WholeTree known = bases.extended(name);
        if (known != null) {
            return known;
        }
        chain.add(name);
        WholeTree read = withBase(parsed(bases.text(name), bases.fileName(name)), name);
        if (mistakes.isEmpty()) {
            bases.keep(name, read);
        }
        return read;
    }

    /** Empty when there is no such base, which is then among the mistakes. */
    private String baseName(Node.Member member) {
        Position at = member.value().at();
        if (!(member.value() instanceof Node.Scalar scalar) || scalar.kind() != Kind.TEXT) {
            mistakes.add(
                    at,
                    "extends is " + member.value().description() + "; the name of an image is wanted, for example "
                            + "extends: CX8100_WEC7_LF_v604h_TC31_B4022.20");
            return "";
        }
        String base = scalar.text();
        if (!bases.has(base)) {
            mistakes.add(
                    at,
                    "extends: there is no image " + Quoted.of(base) + "; "
                            + NearestName.suggestion(
                                    base, bases.names(), "the catalogue has: " + String.join(", ", bases.names())));
            return "";
        }
        if (chain.contains(base)) {
            mistakes.add(
                    at,
                    "extends goes in a circle: " + String.join(" -> ", chain) + " -> " + base
                            + "; remove one 'extends'");
            return "";
        }
        return base;
    }

    private static boolean namesItself(Node.Mapping own) {
        Node.Member image = own.members().get("image");
        return image != null
                && image.value() instanceof Node.Mapping mapping
                && mapping.members().containsKey("name");
    }
}

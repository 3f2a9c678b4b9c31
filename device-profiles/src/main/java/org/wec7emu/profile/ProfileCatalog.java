package org.wec7emu.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The images that there are profiles of. A profile is read when it is asked for, and of others only what it extends; that is
 * read once. Safe for use by several threads.
 */
public final class ProfileCatalog {
    private final List<String> names;
    /** By name, without those in the jar. */
    private final Map<String, ProfileFile> files;

    private final List<String> warnings;
    private final Map<String, WholeTree> extended = new ConcurrentHashMap<>();

    private ProfileCatalog(List<String> names, Map<String, ProfileFile> files, List<String> warnings) {
        this.names = List.copyOf(names);
        this.files = files;
        this.warnings = List.copyOf(warnings);
    }

    /** The profiles that come with the emulator. */
    public static ProfileCatalog bundled() {
        return new ProfileCatalog(BundledFiles.profileNames(), Map.of(), List.of());
    }

    /**
     * The profiles that come with the emulator, and those in directories of the user, which may extend any of both.
     *
     * @throws ProfileException when there is no such directory, or two profiles have the same name; it names both files
     */
    public static ProfileCatalog with(List<Path> directories) throws ProfileException {
        List<String> names = new ArrayList<>(BundledFiles.profileNames());
        Map<String, ProfileFile> files = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        for (Path directory : directories) {
            ProfileFolder folder = ProfileFolder.read(directory);
            warnings.addAll(folder.warnings());
            for (ProfileFile profile : folder.profiles()) {
                String known = names.stream()
                        .filter(name -> name.equalsIgnoreCase(profile.name()))
                        .findFirst()
                        .orElse("");
                if (!known.isEmpty()) {
                    throw clash(profile, files.get(known));
                }
                names.add(profile.name());
                files.put(profile.name(), profile);
            }
        }
        return new ProfileCatalog(names, files, warnings);
    }

    private static ProfileException clash(ProfileFile profile, @Nullable ProfileFile earlier) {
        String other = earlier == null ? "an image that comes with the emulator" : earlier.file();
        return new ProfileException(List.of(profile.file() + ": its name, " + Quoted.of(profile.name())
                + ", is that of " + other + "; rename one of the two (image: name)"));
    }

    /** Profiles by name, for tests. */
    static ProfileCatalog of(Map<String, String> texts) {
        Map<String, ProfileFile> files = new LinkedHashMap<>();
        texts.forEach((name, text) -> files.put(name, new ProfileFile(name, name.concat(".yaml"), text, false)));
        return new ProfileCatalog(List.copyOf(texts.keySet()), files, List.of());
    }

    /** What is wrong with the user's directories that keeps nobody from using the others: a line a file. */
    public List<String> warnings() {
        return warnings;
    }

    /** Whether a user made the profile of that name. */
    public boolean isUsers(String name) {
        ProfileFile file = files.get(name);
        return file != null && file.users();
    }

    /** Full names of the images, newest knowledge first. */
    public List<String> names() {
        return names;
    }

    /**
     * Reads the profile of an image.
     *
     * @param nameOrUniquePrefix a full name, or as much of its beginning as no other image shares; in any case
     * @throws ProfileException with one line when there is none or there are several, which lists what there is
     */
    public DeviceProfile find(String nameOrUniquePrefix) throws ProfileException {
        String name = fullName(nameOrUniquePrefix);
        return ProfileReader.readImage(name, this);
    }

    /**
     * The image that a name or beginning stands for. Exact names win over longer ones.
     *
     * @throws ProfileException as {@link #find} does
     */
    public String fullName(String nameOrUniquePrefix) throws ProfileException {
        String wanted = nameOrUniquePrefix.toLowerCase(Locale.ROOT);
        List<String> candidates = new ArrayList<>();
        for (String name : names) {
            if (name.equalsIgnoreCase(nameOrUniquePrefix)) {
                return name;
            }
            if (!wanted.isEmpty() && name.toLowerCase(Locale.ROOT).startsWith(wanted)) {
                candidates.add(name);
            }
        }
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        throw new ProfileException(List.of(
                candidates.isEmpty()
                        ? noImage(nameOrUniquePrefix)
                        : "image " + Quoted.of(nameOrUniquePrefix) + " could be any of: "
                                + String.join(", ", candidates)));
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** @param name one of {@link #names} */
    String text(String name) {
        ProfileFile file = files.get(name);
        return file == null ? BundledFiles.text(name.concat(".yaml")) : file.text();
    }

    /** What messages call the file of an image. */
    String fileName(String name) {
        ProfileFile file = files.get(name);
        return file == null ? name.concat(".yaml") : file.file();
    }

    /** Whether a file, as messages call it, comes with the emulator. */
    boolean isBundledFile(String fileName) {
        return names.stream()
                .anyMatch(name -> !files.containsKey(name) && fileName(name).equals(fileName));
    }

    /** What was found for {@code extends:} before; null for an image that nobody extended yet. */
    @Nullable
    WholeTree extended(String name) {
        return extended.get(name);
    }

    /** @param tree of a profile without mistakes */
    void keep(String name, WholeTree tree) {
        extended.put(name, tree);
    }

    private String noImage(String wanted) {
        List<String> nearest = nearest(wanted);
        return "no image " + Quoted.of(wanted)
                + (nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest) + "?")
                + "; the catalogue has: " + String.join(", ", names);
    }

    /** Names that, cut to the length of what was typed, come close to it. */
    private List<String> nearest(String wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<String> beginnings = new ArrayList<>();
        for (String name : names) {
            beginnings.add(name.substring(0, Math.min(name.length(), wanted.length())));
        }
        List<String> close = NearestName.of(wanted, beginnings);
        List<String> nearest = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (close.contains(beginnings.get(i))) {
                nearest.add(names.get(i));
            }
        }
        return nearest;
    }
}

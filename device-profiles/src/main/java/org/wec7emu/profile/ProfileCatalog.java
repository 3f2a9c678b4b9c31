package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The images that there are profiles of. Immutable; a profile is read when it is asked for, and no other. */
public final class ProfileCatalog {
    private final List<String> names;
    /** By name; null for those in the jar. */
    private final @Nullable Map<String, String> texts;

    private ProfileCatalog(List<String> names, @Nullable Map<String, String> texts) {
        this.names = names;
        this.texts = texts;
    }

    /** The profiles that come with the emulator. */
    public static ProfileCatalog bundled() {
        return new ProfileCatalog(BundledFiles.profileNames(), null);
    }

    /** Profiles by name, for tests. */
    static ProfileCatalog of(Map<String, String> texts) {
        return new ProfileCatalog(List.copyOf(texts.keySet()), texts);
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
        return ProfileReader.read(text(name), name.concat(".yaml"), this);
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
        String text = texts == null ? null : texts.get(name);
        return text == null ? BundledFiles.text(name.concat(".yaml")) : text;
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

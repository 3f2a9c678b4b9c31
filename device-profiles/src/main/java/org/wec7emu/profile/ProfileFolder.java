package org.wec7emu.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A directory of profiles that a user made. */
final class ProfileFolder {
    private final Path directory;
    private final List<ProfileFile> profiles = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private ProfileFolder(Path directory) {
        this.directory = directory;
    }

    /**
     * Reads what profiles there are, and of each no more than its name.
     *
     * @throws ProfileException when there is no such directory
     */
    static ProfileFolder read(Path directory) throws ProfileException {
        ProfileFolder folder = new ProfileFolder(directory);
        for (Path file : folder.files()) {
            folder.add(file);
        }
        return folder;
    }

    /** In the order of their files' names. */
    List<ProfileFile> profiles() {
        return profiles;
    }

    /** A line for each file that no profile can be had of, or whose name can't. */
    List<String> warnings() {
        return warnings;
    }

    private List<Path> files() throws ProfileException {
        if (!Files.isDirectory(directory)) {
            throw new ProfileException(List.of("profiles directory " + directory + ": there is no such directory"));
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> !withoutEnding(file).isEmpty()).sorted().toList();
        } catch (IOException e) {
            throw new ProfileException(
                    List.of("profiles directory " + directory + ": can't be read: " + e.getMessage()));
        }
    }

    private void add(Path file) {
        String text;
        try {
            text = ProfileText.of(file);
        } catch (ProfileException | IOException e) {
            warnings.add(e.getMessage());
            return;
        }
        String name = name(file, text);
        if (name.isEmpty()) {
            // Whoever asks for it by its file's name is told all that is wrong.
            name = withoutEnding(file);
        }
        profiles.add(new ProfileFile(name, file.toString(), text, true));
    }

    /** Empty, with a warning, when it has none. */
    private String name(Path file, String text) {
        try {
            Node.Mapping root = YamlTree.parse(text, file.toString());
            Node.Member image = root.members().get("image");
            Node.Member name = image != null && image.value() instanceof Node.Mapping section
                    ? section.members().get("name")
                    : null;
            Node value = name == null ? root : name.value();
            if (value instanceof Node.Mapping wrapper && wrapper.members().containsKey("value")) {
                value = Objects.requireNonNull(wrapper.members().get("value")).value();
            }
            if (value instanceof Node.Scalar scalar && Names.isImage(scalar.text())) {
                return scalar.text();
            }
            warnings.add(file + ": can't be used: image has no name; wec7emu validate tells more");
        } catch (ProfileException e) {
            warnings.add(e.mistakes().get(0));
        }
        return "";
    }

    /** Empty for what isn't called as a profile is. */
    private static String withoutEnding(Path file) {
        String name = Objects.toString(file.getFileName(), "");
        for (String ending : List.of(".yaml", ".yml")) {
            if (name.endsWith(ending) && !name.startsWith(".")) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return "";
    }
}

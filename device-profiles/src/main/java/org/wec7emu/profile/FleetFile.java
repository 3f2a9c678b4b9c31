package org.wec7emu.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which devices there are in a fleet: a YAML file of groups, each of some devices that are alike.
 *
 * <pre>{@code
 * addresses: 127.21.0.0/16        # each device takes the next one
 * devices:
 *   press: {image: CX8100_WEC7_LF_v604h}
 *   line:
 *     image: CX8100_WEC7_LF_v604h
 *     count: 20
 *     state: factory
 * }</pre>
 *
 * @param addresses an address range from which devices take theirs, or one address that all have; as it was written
 * @param portOffset a number or {@code any}; empty for the usual
 * @param groups in file order
 * @param folder paths in the file start from there
 */
public record FleetFile(String addresses, Optional<String> portOffset, List<FleetGroup> groups, Path folder) {
    /** Where devices are unless the file says otherwise: the part of the loopback network that nobody uses by habit. */
    public static final String USUAL_ADDRESSES = "127.21.0.0/16";

    /** What can be part of a file's name. */
    private static final Pattern NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]+");

    private static final Set<String> NO_FILES = Set.of(".", "..");
    private static final String DEVICES = "devices";
    private static final DocumentKind KIND = new DocumentKind("a fleet file", "devices:");

    public FleetFile {
        groups = List.copyOf(groups);
    }

    /**
     * Reads a fleet's file.
     *
     * @throws IOException when it can't be read; the message names it and says why
     * @throws ProfileException when it is no fleet's file; all mistakes at once, each with its place
     */
    public static FleetFile read(Path file) throws IOException, ProfileException {
        Path parent = file.toAbsolutePath().getParent();
        return read(ProfileText.of(file), file.toString(), parent == null ? file.toAbsolutePath() : parent);
    }

    /**
     * Reads a fleet's text.
     *
     * @param name what messages call it
     * @throws ProfileException when it is none
     */
    public static FleetFile read(String text, String name, Path folder) throws ProfileException {
        try {
            return bind(YamlTree.parse(text, name, KIND), folder);
        } catch (ProfileException e) {
            throw e.underlined(Map.of(name, text));
        }
    }

    private static FleetFile bind(Node.Mapping tree, Path folder) throws ProfileException {
        Mistakes mistakes = new Mistakes();
        Cursor top = new Cursor(tree, "", mistakes).withoutEvidence();
        String addresses = top.has("addresses") ? top.text("addresses", USUAL_ADDRESSES) : USUAL_ADDRESSES;
        Optional<String> offset = top.has("port-offset")
                ? Optional.of(top.textOrNumber("port-offset", "a number or any", "2100"))
                : Optional.empty();
        List<FleetGroup> groups = new ArrayList<>();
        top.mayHave(List.of(DEVICES, "addresses", "port-offset"));
        if (top.has(DEVICES)) {
            Cursor devices = top.section(DEVICES, "line: {image: CX8100_WEC7_LF_v604h, count: 20}")
                    .withoutEvidence();
            devices.sections("image: CX8100_WEC7_LF_v604h").forEach((name, section) -> {
                if (!NAME.matcher(name).matches() || NO_FILES.contains(name)) {
                    devices.reject(
                            name,
                            "files are named after a device, so its name has no /, no \\ and no control"
                                    + " character, and isn't empty, . or ..");
                }
                groups.add(FleetGroup.of(name, section.withoutEvidence()));
            });
        }
        if (groups.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(
                    tree.at(),
                    "there are no devices; add for example devices: {line: {image: CX8100_WEC7_LF_v604h, count: 20}}");
        }
        top.close();
        mistakes.throwIfAny();
        return new FleetFile(addresses, offset, groups, folder);
    }
}

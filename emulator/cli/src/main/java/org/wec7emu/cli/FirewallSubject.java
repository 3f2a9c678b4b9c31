package org.wec7emu.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.Evidence;
import org.wec7emu.profile.FirewallText;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileValue;

/**
 * Whose rules they are: an image's in a state, or a file's that has rules and nothing else.
 *
 * @param image name of the image, or the file
 * @param synthetic whether no such image was published
 * @param state empty of a file
 * @param description of the state
 * @param rules as the state has them
 * @param evidence by the names of the rules; empty of a file
 */
record FirewallSubject(
        String image,
        boolean synthetic,
        String state,
        String description,
        RuleSet rules,
        Map<String, Evidence> evidence) {
    private static final String RULES = "firewall.rules.";

    /**
     * @param state null for the default state
     * @param profiles where an image is looked up
     */
    static FirewallSubject of(String image, @Nullable String state, ProfilesOption profiles) throws BadInput {
        Optional<RuleSet> alone = alone(image);
        if (alone.isEmpty()) {
            return ofProfile(profiles.read(image), state);
        } else if (state != null) {
            throw new BadInput("--state " + state + ": " + image + " has rules and nothing else, so no states");
        }
        return new FirewallSubject(image, false, "", "", alone.get(), Map.of());
    }

    private static Optional<RuleSet> alone(String image) throws BadInput {
        if (!ImageArgument.isFile(image)) {
            return Optional.empty();
        }
        try {
            return FirewallText.read(Path.of(image));
        } catch (ProfileException e) {
            throw new BadInput(e);
        } catch (IOException | InvalidPathException e) {
            throw new BadInput(e);
        }
    }

    private static FirewallSubject ofProfile(DeviceProfile delivered, @Nullable String wanted) throws BadInput {
        String state = wanted == null ? delivered.defaultState() : wanted;
        DeviceInState device = ImageArgument.device(delivered, state);
        DeviceProfile inState = device.profile();
        Map<String, Evidence> evidence = new HashMap<>();
        for (ProfileValue value : device.values()) {
            if (value.path().startsWith(RULES)) {
                evidence.put(value.path().substring(RULES.length()), value.evidence());
            }
        }
        return new FirewallSubject(
                inState.image(),
                inState.synthetic(),
                state,
                inState.state(state).description(),
                inState.firewall(),
                evidence);
    }

    /** The lines that say whose they are. */
    void print(PrintWriter out) {
        if (state.isEmpty()) {
            out.println("Rules of " + image);
        } else {
            out.println("Image " + image + (synthetic ? " (synthetic: no such image was published)" : ""));
            out.println("State " + state + ": " + description);
        }
    }

    /** The same as fields of an object. */
    void write(JsonGenerator json) throws IOException {
        if (state.isEmpty()) {
            json.writeStringField("file", image);
        } else {
            json.writeStringField("image", image);
            json.writeBooleanField("synthetic", synthetic);
            json.writeStringField("state", state);
        }
    }
}

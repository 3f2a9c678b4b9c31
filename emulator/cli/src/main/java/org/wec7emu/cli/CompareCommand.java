package org.wec7emu.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.DeviceProfile;

/** In what two images differ, or one in two states. */
final class CompareCommand extends Subcommand {
    private static final String STATE = "--state";
    private static final String TO_STATE = "--to-state";
    private static final String MARKDOWN = "--markdown";
    private static final String JSON = "--json";

    private final ProfilesOption profiles;
    private final AtOption at;

    CompareCommand() {
        super(
                "compare",
                "Compares two images, or one image in two states: what differs, what matters to users first, each value"
                        + " with its grade and source.");
        parameter("A", ImageArgument.DESCRIPTION);
        secondParameter("B", "The same; A itself unless told, which takes " + TO_STATE + ".");
        profiles = new ProfilesOption(this);
        option(STATE, "STATE", "The state of A and B; each one's default state unless told.");
        option(TO_STATE, "STATE", "The state of B, if another than that of A.");
        at = new AtOption(this);
        flag(MARKDOWN, "Print Markdown.");
        flag(JSON, "Print JSON, with the notes on each value.");
        spec().usageMessage().footer("", "Exit codes: 0 they don't differ, 1 they differ, 2 usage or bad input.");
    }

    @Override
    public Integer call() throws BadInput, IOException {
        if (isSet(MARKDOWN) && isSet(JSON)) {
            throw new BadInput(MARKDOWN + " and " + JSON + " exclude each other; leave one out");
        }
        Comparison comparison = comparison();
        if (isSet(JSON)) {
            Json.print(out(), json -> new DiffJson(json).write(comparison));
        } else if (isSet(MARKDOWN)) {
            new DiffMarkdown(out()).print(comparison);
        } else {
            new DiffText(out()).print(comparison);
        }
        return comparison.values().isEmpty() ? ExitCode.GOOD : ExitCode.BAD_VERDICT;
    }

    private Comparison comparison() throws BadInput {
        String second = secondParameter();
        if (second == null && value(TO_STATE) == null) {
            throw new BadInput("there is nothing to compare " + parameter()
                    + " with; name a second image, or, for another" + " state of this one, " + TO_STATE + " STATE");
        }
        DeviceProfile one = profiles.read(parameter());
        DeviceProfile other = second == null ? one : profiles.read(second);
        String state = value(STATE);
        String toState = value(TO_STATE);
        return Comparison.of(device(one, state), device(other, toState == null ? state : toState), at.time());
    }

    private static DeviceInState device(DeviceProfile profile, @Nullable String state) throws BadInput {
        return ImageArgument.device(profile, state == null ? profile.defaultState() : state);
    }
}

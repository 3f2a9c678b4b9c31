package org.wec7emu.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wec7emu.measure.behaviour.Catalogue;
import org.wec7emu.measure.behaviour.CatalogueRow;
import org.wec7emu.measure.behaviour.Measurement;
import org.wec7emu.measure.behaviour.Side;
import org.wec7emu.measure.behaviour.Side.Emulated;
import org.wec7emu.profile.DeviceProfile;

/** What is compared, and in which state and at which time. */
final class CompareSides {
    static final String TO_STATE = "--to-state";
    private static final String STATE = "--state";
    private static final String WRITE = "--write";

    private final Subcommand command;
    private final ProfilesOption profiles;
    private final AtOption at;

    CompareSides(Subcommand command) {
        this.command = command;
        profiles = new ProfilesOption(command);
        command.option(STATE, "STATE", "The state of A and B; each one's default state unless told.");
        command.option(TO_STATE, "STATE", "The state of B, if another than that of A.");
        at = new AtOption(command);
        command.option(
                WRITE,
                "DIR",
                "A directory of the server, as its user sees it, in which files may be made; a directory of their own is"
                        + " made there and removed again. Unless told nothing is written there.");
    }

    LocalDateTime time() throws BadInput {
        return at.time();
    }

    Side first(List<String> images) throws BadInput {
        if (images.isEmpty()) {
            throw new BadInput("there is nothing to compare; name two images, as wec7emu images lists them");
        } else if (images.size() > 2) {
            throw new BadInput("two are compared, no more: leave " + images.get(2) + " out");
        }
        return side(images.get(0), command.value(STATE));
    }

    Side second(List<String> images) throws BadInput {
        String toState = command.value(TO_STATE);
        if (images.size() == 1 && toState == null) {
            throw new BadInput("there is nothing to compare " + images.get(0)
                    + " with; name a second image, or, for another" + " state of this one, " + TO_STATE + " STATE");
        }
        String image = images.get(images.size() - 1);
        boolean servers = ServerArgument.isServer(image) && ServerArgument.isServer(images.get(0));
        if (servers) {
            throw new BadInput("one of the two may be a server, not both; name an image");
        }
        return side(image, toState == null ? command.value(STATE) : toState);
    }

    private Side side(String argument, @Nullable String state) throws BadInput {
        return ServerArgument.isServer(argument)
                ? ServerArgument.side(argument, command.value(WRITE))
                : emulated(profiles.read(argument), state);
    }

    private Emulated emulated(DeviceProfile profile, @Nullable String state) throws BadInput {
        return new Emulated(
                profile, ImageArgument.device(profile, state == null ? profile.defaultState() : state), clock());
    }

    /** Begins at the time that was told. */
    private InstantSource clock() throws BadInput {
        ZoneId here = ZoneId.systemDefault();
        Duration offset = Duration.between(LocalDateTime.now(here).truncatedTo(ChronoUnit.MINUTES), at.time());
        return offset.isZero() ? InstantSource.system() : InstantSource.offset(InstantSource.system(), offset);
    }

    /** All images, measured. */
    List<CatalogueRow> catalogue(Measurement.Progress progress) throws BadInput, InterruptedException {
        progress.asking("the catalogue", "reading", true);
        List<Emulated> images = new ArrayList<>();
        for (String name : profiles.catalog().names()) {
            images.add(emulated(profiles.read(name), null));
        }
        progress.asking("the catalogue", "reading", false);
        return Catalogue.of(images, progress);
    }
}

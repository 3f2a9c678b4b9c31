package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.wec7emu.measure.behaviour.Side.Emulated;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileReader;

/** Images to compare. */
final class Images {
    static final String V604H = "CX8100_WEC7_LF_v604h_TC31_B4022.20";
    /** The same with its firewall off, so that all of FTP works. */
    static final String BASELINE = "CX8100_WEC7_LF_pre-v604h";

    static final Measurement MEASUREMENT = new Measurement((side, what, begins) -> {});

    private Images() {}

    static Emulated of(String name) throws ProfileException {
        return of(ProfileCatalog.bundled().find(name));
    }

    static Emulated of(String name, String state) throws ProfileException {
        DeviceProfile profile = ProfileCatalog.bundled().find(name);
        return new Emulated(profile, DeviceInState.of(profile, state), InstantSource.system());
    }

    private static Emulated of(DeviceProfile profile) {
        return new Emulated(profile, DeviceInState.of(profile, profile.defaultState()), InstantSource.system());
    }

    /** {@link #BASELINE} with something changed. */
    static Emulated altered(Path folder, String yaml) throws IOException, ProfileException {
        Path file = Files.writeString(folder.resolve("altered.yaml"), """
                extends: %s
                image:
                  evidence: {grade: inferred, note: made for a test}
                  name: altered
                  description: made for a test
                """.formatted(BASELINE) + yaml);
        return of(ProfileReader.read(file, ProfileCatalog.bundled()));
    }
}

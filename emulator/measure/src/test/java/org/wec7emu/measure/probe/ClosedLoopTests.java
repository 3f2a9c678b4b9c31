package org.wec7emu.measure.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.device.Device;
import org.wec7emu.measure.client.Transcript;
import org.wec7emu.profile.DeviceProfile;

/** A probe of a running image gives back the profile that it runs from. */
class ClosedLoopTests {
    static java.util.List<String> images() {
        return org.wec7emu.profile.ProfileCatalog.bundled().names();
    }

    @ParameterizedTest
    @MethodSource("images")
    void givesBackEachValueThatCanBeSeen(String name) throws IOException {
        DeviceProfile profile = ProbedDevice.image(name);
        Transcript transcript = new Transcript();
        long t = System.nanoTime();
        try (Device device = ProbedDevice.start(profile)) {
            Findings findings = ProbedDevice.probe(device, transcript);
            Resemblance own = Resemblance.of(findings, profile);
            System.err.println(name + " " + own.equal() + "/" + own.of() + " " + (System.nanoTime() - t) / 1000000 + " ms " + own.differing());
            if (name.startsWith("CX8100_WEC7_LF_v604h")) {
                System.err.println(transcript.text());
                System.err.println(ProbedProfile.text("x", findings, own, profile.firewall(), LocalDate.of(2026, 1, 1), "x.txt"));
            }
            assertThat(own.differing()).isEmpty();
        }
    }
}

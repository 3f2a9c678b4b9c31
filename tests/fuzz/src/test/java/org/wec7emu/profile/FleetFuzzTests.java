package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Whatever a fleet's YAML holds: mistakes with their places, or groups of devices. */
class FleetFuzzTests {
    private static final Path FOLDER = Path.of("/nowhere");

    @FuzzTest
    void anyYaml(byte[] bytes) {
        try {
            FleetFile fleet = FleetFile.read(new String(bytes, StandardCharsets.UTF_8), "fuzz.yaml", FOLDER);
            assertThat(fleet.groups()).isNotEmpty();
            assertThat(fleet.addresses()).isNotEmpty();
        } catch (ProfileException e) {
            assertThat(e.mistakes()).isNotEmpty().allMatch(line -> line.startsWith("fuzz.yaml:"));
            assertThat(e.report()).isNotEmpty();
        }
    }
}

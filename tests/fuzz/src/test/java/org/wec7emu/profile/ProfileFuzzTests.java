package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever a profile's YAML holds: mistakes with their places, or a profile. */
class ProfileFuzzTests {
    private static final ProfileCatalog BASES = ProfileCatalog.bundled();

    @FuzzTest
    void anyYaml(byte[] bytes) {
        try {
            DeviceProfile profile = ProfileReader.read(new String(bytes, StandardCharsets.UTF_8), "fuzz.yaml", BASES);
            assertThat(profile.ftp().maxCommandLength()).isPositive();
            assertThat(FirewallText.write(profile.firewall())).isNotEmpty();
        } catch (ProfileException e) {
            assertThat(e.mistakes()).isNotEmpty().allMatch(line -> line.startsWith("fuzz.yaml:"));
            assertThat(e.report()).isNotEmpty();
        }
    }
}

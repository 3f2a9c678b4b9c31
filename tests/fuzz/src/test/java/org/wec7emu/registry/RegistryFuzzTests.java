package org.wec7emu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.Profiles;
import org.wec7emu.profile.registry.ProfileRegistry;
import org.wec7emu.profile.registry.RegistryReading;

/** Whatever a {@code .reg} file holds: mistakes with their places, or keys that can be written and read again. */
class RegistryFuzzTests {
    private static final DeviceProfile IMAGE = Profiles.image();
    private static final int MOST_MISTAKES = 51;

    @FuzzTest
    void anyFile(byte[] bytes) throws RegistryException {
        RegistryFile file;
        try {
            file = RegistryFile.parse(bytes, "fuzz.reg");
        } catch (RegistryException e) {
            assertThat(e.mistakes()).hasSizeBetween(1, MOST_MISTAKES).allMatch(line -> line.startsWith("fuzz.reg:"));
            return;
        }
        Registry read = Registry.EMPTY.apply(file);
        byte[] written = RegistryText.bytes(read.keys(), RegistryForm.VERSION_5);
        assertThat(Registry.EMPTY.apply(RegistryFile.parse(written, "again.reg")))
                .isEqualTo(read);
        isEntered(file);
    }

    /** A device's registry takes the file, or says why not; entered once more it changes nothing. */
    private static void isEntered(RegistryFile file) throws RegistryException {
        RegistryReading once;
        try {
            once = ProfileRegistry.enter(List.of(file), IMAGE);
        } catch (RegistryException e) {
            assertThat(e.mistakes()).isNotEmpty();
            return;
        }
        DeviceProfile again = ProfileRegistry.enter(List.of(file, file), IMAGE).profile();
        assertThat(again.firewall()).isEqualTo(once.profile().firewall());
        assertThat(again.ftp()).isEqualTo(once.profile().ftp());
    }
}

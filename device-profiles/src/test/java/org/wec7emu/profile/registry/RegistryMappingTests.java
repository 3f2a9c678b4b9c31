package org.wec7emu.profile.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wec7emu.profile.registry.RegistryEntries.delivered;
import static org.wec7emu.profile.registry.RegistryEntries.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.registry.Registry;
import org.wec7emu.registry.RegistryFile;
import org.wec7emu.registry.RegistryForm;
import org.wec7emu.registry.RegistryText;

/** Properties of the way from a profile to a registry file and back, for devices of every kind. */
class RegistryMappingTests {
    private static final int ROUNDS = 800;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatIsExportedAndImportedIsTheSameDevice(Dialect dialect) throws Exception {
        Random random = new Random(17);
        RandomDevices devices = new RandomDevices(19, dialect);
        DeviceProfile empty = delivered().with(new RuleSet(dialect, true, List.of()));
        int rules = 0;
        for (int round = 0; round < ROUNDS; round++) {
            DeviceProfile device = devices.next();
            Registry registry = ProfileRegistry.of(device);
            byte[] bytes = RegistryText.bytes(registry.keys(), RegistryForm.VERSION_5);
            DeviceProfile other = random.nextBoolean() ? empty : device;

            RegistryReading reading = ProfileRegistry.enter(List.of(RegistryFile.parse(bytes, "a.reg")), other);

            // Rules read afresh say the same, if in another way: an IPv4 address of the other end makes it a rule of
            // IPv4.
            assertThat(ProfileRegistry.of(reading.profile()).keys()).containsAll(registry.keys());
            assertThat(reading.profile().ftp()).isEqualTo(device.ftp());
            assertThat(reading.remarks()).isEmpty();
            rules += reading.profile().firewall().rules().size();
        }
        assertThat(rules).isGreaterThan(ROUNDS);
    }

    /** In the dialect of the images that there are. */
    @Test
    void theProfileThatIsWrittenIsTheOneThatWasRead() throws Exception {
        RandomDevices devices = new RandomDevices(23, Dialect.CXCONFIG);
        DeviceProfile delivered = delivered();
        for (int round = 0; round < ROUNDS / 10; round++) {
            byte[] bytes = RegistryText.bytes(ProfileRegistry.of(devices.next()).keys(), RegistryForm.VERSION_5);
            RegistryReading reading = ProfileRegistry.enter(List.of(RegistryFile.parse(bytes, "a.reg")), delivered);

            DeviceProfile written = written(reading);

            assertThat(sorted(written.firewall()))
                    .isEqualTo(sorted(reading.profile().firewall()));
            assertThat(written.ftp()).isEqualTo(reading.profile().ftp());
            assertThat(written.registry()).isEqualTo(reading.profile().registry());
        }
    }

    private static List<Rule> sorted(RuleSet rules) {
        List<Rule> sorted = new ArrayList<>(rules.rules());
        sorted.sort((a, b) -> a.name().compareTo(b.name()));
        return sorted;
    }
}

package org.wec7emu.profile.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.wec7emu.profile.registry.RegistryEntries.delivered;
import static org.wec7emu.profile.registry.RegistryEntries.written;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.registry.Mutations;
import org.wec7emu.registry.RegistryException;
import org.wec7emu.registry.RegistryFile;
import org.wec7emu.registry.RegistryForm;
import org.wec7emu.registry.RegistryText;

/** Whatever a file makes of a device's registry, it is a device that can be written and read again, or refused in words. */
class MutatedDeviceFilesTests {
    private static final int ROUNDS = 1500;
    private static final Pattern LINE = Pattern.compile("mutant\\.reg:[0-9]+:[0-9]+: .{10,}|mutant\\.reg: and .*"
            // of a key that is deleted as a whole, so stands nowhere
            + "|nothing is known of a .*");
    private static final Pattern NOISE = Pattern.compile("Exception|null$|java\\.");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void areEnteredOrRefusedInWords(Dialect dialect) throws Exception {
        RandomDevices devices = new RandomDevices(29, dialect);
        Mutations mutations = new Mutations(31, RegistryForm.REGEDIT4);
        DeviceProfile device = delivered().with(new RuleSet(dialect, true, List.of()));
        int entered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            DeviceProfile other = devices.next().with(List.of());
            byte[] mutant =
                    mutations.of(RegistryText.bytes(ProfileRegistry.of(other).keys(), RegistryForm.REGEDIT4));
            entered += isEntered(mutant, dialect == Dialect.CXCONFIG && round % 10 == 0 ? delivered() : device) ? 1 : 0;
        }
        assertThat(entered).isBetween(ROUNDS / 20, ROUNDS * 9 / 10);
    }

    private static boolean isEntered(byte[] mutant, DeviceProfile device) {
        try {
            RegistryReading reading = ProfileRegistry.enter(List.of(RegistryFile.parse(mutant, "mutant.reg")), device);
            assertThat(reading.remarks()).allSatisfy(MutatedDeviceFilesTests::isALine);
            assertThat(ProfileRegistry.of(reading.profile()).keys())
                    .containsAll(reading.withoutEffect().stream()
                            .filter(key -> ProfileRegistry.of(device)
                                            .key(key.path())
                                            .isEmpty()
                                    && FirewallRegistry.of(reading.profile().firewall()).stream()
                                            .noneMatch(said -> said.path().equalsIgnoreCase(key.path())))
                            .toList());
            if (device.firewall().equals(delivered().firewall())) {
                assertThat(written(reading).ftp()).isEqualTo(reading.profile().ftp());
            }
            return true;
        } catch (RegistryException e) {
            assertThat(e.mistakes()).isNotEmpty().allSatisfy(MutatedDeviceFilesTests::isALine);
            return false;
        } catch (RuntimeException | ProfileException e) {
            return fail("this file made the mapping stumble:\n" + new String(mutant, StandardCharsets.ISO_8859_1), e);
        }
    }

    private static void isALine(String line) {
        assertThat(line).matches(LINE).doesNotContainPattern(NOISE);
    }
}

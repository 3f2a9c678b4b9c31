package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;

/** Whatever differs is found, whole, from either side; of all images in all states. */
class EveryDifferenceTests {
    private static final Evidence SAID = new Evidence(Grade.DOCUMENTED, "cx8191-manual", "");

    static Stream<DeviceInState> devices() throws ProfileException {
        List<DeviceInState> devices = new ArrayList<>();
        for (String image : ProfileCatalog.bundled().names()) {
            DeviceProfile profile = ProfileCatalog.bundled().find(image);
            profile.states().keySet().forEach(state -> devices.add(DeviceInState.of(profile, state)));
        }
        return devices.stream();
    }

    private static DeviceInState ready() throws ProfileException {
        return DeviceInState.of(ProfileCatalog.bundled().find("CX8100_WEC7_LF_v604h"), "ftp-ready");
    }

    private static List<Difference> mirrored(ProfileDiff diff) {
        return diff.differences().stream().map(Difference::mirrored).toList();
    }

    /** Each rule of the set as a value, as a profile has it. */
    private static DeviceInState with(DeviceInState device, RuleSet rules) {
        List<ProfileValue> values = new ArrayList<>(device.values());
        values.removeIf(value -> value.path().startsWith(RuleDiff.PATH));
        for (Rule rule : rules.rules()) {
            values.add(new ProfileValue(RuleDiff.PATH + rule.name(), "", SAID, new Position("rules", 1, 1)));
        }
        return new DeviceInState(device.profile().with(rules), device.state(), values);
    }

    @ParameterizedTest
    @MethodSource("devices")
    void a_device_does_not_differ_from_itself(DeviceInState device) {
        ProfileDiff diff = ProfileDiff.of(device, device);

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.guesses()).isZero();
    }

    @ParameterizedTest
    @MethodSource("devices")
    void seen_from_the_other_side_the_same_differs(DeviceInState device) throws ProfileException {
        for (DeviceInState other : devices().toList()) {
            assertThat(ProfileDiff.of(device, other).differences())
                    .containsExactlyInAnyOrderElementsOf(mirrored(ProfileDiff.of(other, device)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void random_rules_differ_from_either_side_alike(long seed) throws ProfileException {
        RandomRules random = new RandomRules(seed);
        for (int i = 0; i < 50; i++) {
            DeviceInState one = with(ready(), random.set());
            DeviceInState other = with(ready(), random.set());

            assertThat(ProfileDiff.of(one, other).differences())
                    .containsExactlyInAnyOrderElementsOf(mirrored(ProfileDiff.of(other, one)));
            assertThat(ProfileDiff.of(one, one).isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("devices")
    void every_leaf_that_changes_is_found(DeviceInState device) {
        for (int i = 0; i < device.values().size(); i++) {
            ProfileValue old = device.values().get(i);
            if (!old.path().startsWith(RuleDiff.PATH)) {
                ProfileValue changed = new ProfileValue(old.path(), "-" + old.text(), old.evidence(), old.position());
                List<ProfileValue> values = new ArrayList<>(device.values());
                values.set(i, changed);

                assertThat(ProfileDiff.of(device, new DeviceInState(device.profile(), device.state(), values))
                                .differences())
                        .as(old.path())
                        .anySatisfy(difference -> assertThat(difference.first()).contains(old))
                        .anySatisfy(
                                difference -> assertThat(difference.second()).contains(changed));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("devices")
    void every_leaf_that_is_gone_is_found(DeviceInState device) {
        for (ProfileValue gone : device.values()) {
            if (!gone.path().startsWith(RuleDiff.PATH)) {
                List<ProfileValue> values = new ArrayList<>(device.values());
                values.remove(gone);

                assertThat(ProfileDiff.of(device, new DeviceInState(device.profile(), device.state(), values))
                                .differences())
                        .as(gone.path())
                        .filteredOn(Difference.OnlyFirst.class::isInstance)
                        .anySatisfy(difference -> assertThat(difference.first()).contains(gone));
            }
        }
    }

    @Test
    void every_rule_that_changes_is_found() throws ProfileException {
        DeviceInState ready = ready();
        RuleSet rules = ready.profile().firewall();
        for (Rule rule : rules.rules()) {
            DeviceInState without = with(ready, rules.without(rule.name()));
            DeviceInState disabled = with(ready, rules.without(rule.name()).with(rule.disabled()));

            assertThat(ProfileDiff.of(ready, without).differences())
                    .singleElement()
                    .isInstanceOf(Difference.OnlyFirst.class);
            assertThat(ProfileDiff.of(ready, disabled).differences())
                    .singleElement()
                    .isInstanceOf(Difference.Changed.class);
        }
    }
}

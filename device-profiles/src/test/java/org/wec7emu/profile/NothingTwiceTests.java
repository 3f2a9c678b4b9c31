package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What images share stands once in the catalogue. */
class NothingTwiceTests {
    private static final Pattern EXTENDS = Pattern.compile("(?m)^extends: (\\S+)$");
    private static final Pattern LIST_ITEM = Pattern.compile("\\[[0-9]+]");
    private static final ProfileCatalog CATALOG = ProfileCatalog.bundled();

    static List<String> names() {
        return CATALOG.names();
    }

    /** The same value may stand again where it rests on something else for this image. */
    @ParameterizedTest
    @MethodSource("names")
    void saysNothingThatItsBaseSaysAlready(String name) {
        Matcher base = EXTENDS.matcher(CATALOG.text(name));
        if (!base.find()) {
            assertThat(name).isEqualTo("Microsoft_CE6");
            return;
        }
        Map<String, ProfileValue> inherited = find(base.group(1)).values().stream()
                .collect(Collectors.toMap(ProfileValue::path, Function.identity()));

        assertThat(find(name).values())
                .filteredOn(value -> value.position().file().equals(name + ".yaml"))
                .isNotEmpty()
                .noneMatch(value -> {
                    ProfileValue below = inherited.get(value.path());
                    return below != null
                            && !LIST_ITEM.matcher(value.path()).find()
                            && below.text().equals(value.text())
                            && below.evidence().grade() == value.evidence().grade()
                            && below.evidence().source().equals(value.evidence().source());
                });
    }

    /** A list is replaced whole, so it is compared whole. */
    @ParameterizedTest
    @MethodSource("names")
    void hasNoListThatItsBaseHasAlready(String name) {
        Matcher base = EXTENDS.matcher(CATALOG.text(name));
        if (base.find()) {
            Map<String, List<String>> own = lists(find(name), name + ".yaml");
            Map<String, List<String>> inherited = lists(find(base.group(1)), "");

            own.forEach((path, items) -> assertThat(items).as(path).isNotEqualTo(inherited.get(path)));
        }
    }

    private static Map<String, List<String>> lists(DeviceProfile profile, String file) {
        return profile.values().stream()
                .filter(value -> LIST_ITEM.matcher(value.path()).find())
                .filter(value -> value.position().file().contains(file))
                .collect(Collectors.groupingBy(
                        value -> value.path().substring(0, value.path().indexOf('[')),
                        Collectors.mapping(ProfileValue::text, Collectors.toList())));
    }

    private static DeviceProfile find(String name) {
        try {
            return CATALOG.find(name);
        } catch (ProfileException e) {
            throw new AssertionError(e);
        }
    }
}

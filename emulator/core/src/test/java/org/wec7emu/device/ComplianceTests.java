package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.profile.FtpProfile.NlstArgument;
import org.wec7emu.profile.FtpProfile.UnsupportedVerbs;
import org.wec7emu.profile.FtpSwitches;

/** {@code docs/ftp-compliance.md} says what devices do; {@code -Dgolden.update=true} writes it anew. */
class ComplianceTests {
    private static final Path PAGE = Path.of("../../docs/ftp-compliance.md");

    private static final Map<SwitchCase, List<String>> RUNS = new HashMap<>();

    @Test
    void thePageIsCurrent() throws IOException {
        CompliancePage page = new CompliancePage(Devices.image(Devices.V604H));
        try (Device device = Devices.started(Devices.image(Devices.BASELINE))) {
            page.verbs(device);
            page.oddities(device);
        }
        page.dataConnections();
        page.switches(ComplianceTests::run);
        page.replies();
        page.sources();
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page.text());
        }

        assertThat(page.text()).isEqualTo(Files.readString(PAGE));
    }

    static Stream<RecordComponent> switches() {
        return Arrays.stream(FtpSwitches.class.getRecordComponents());
    }

    @ParameterizedTest
    @MethodSource("switches")
    void everyValueOfASwitchIsRun(RecordComponent component) {
        String key = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        List<String> run = valuesRun(key);

        assertThat(run).as(key).isNotEmpty();
        if (component.getType().isEnum()) {
            assertThat(run).containsExactlyInAnyOrderElementsOf(labels(component.getType()));
        } else if (component.getType() == boolean.class) {
            assertThat(run).containsExactlyInAnyOrder("true", "false");
        }
    }

    @Test
    void soIsEveryValueOfTheOlderOnes() {
        assertThat(valuesRun("documented-unsupported"))
                .containsExactlyInAnyOrderElementsOf(labels(UnsupportedVerbs.class));
        assertThat(valuesRun("nlst-argument")).containsExactlyInAnyOrderElementsOf(labels(NlstArgument.class));
        for (String flag : List.of("allow-third-party", "allow-low-ports", "rename-overwrites")) {
            assertThat(valuesRun(flag)).containsExactlyInAnyOrder("true", "false");
        }
    }

    static List<String> keysWithSeveralValues() {
        return SwitchScripts.all().stream()
                .map(SwitchCase::key)
                .distinct()
                .filter(key -> valuesRun(key).size() > 1)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("keysWithSeveralValues")
    void aClientCanTellTheValuesOfASwitchApart(String key) {
        List<List<String>> transcripts = new ArrayList<>();
        for (SwitchCase each : SwitchScripts.all()) {
            if (each.key().equals(key)) {
                transcripts.add(run(each));
            }
        }

        assertThat(transcripts).doesNotHaveDuplicates();
    }

    /** Each is run once. */
    private static List<String> run(SwitchCase each) {
        return RUNS.computeIfAbsent(each, SwitchCase::run);
    }

    private static List<String> valuesRun(String key) {
        return SwitchScripts.all().stream()
                .filter(each -> each.key().equals(key))
                .map(SwitchCase::value)
                .distinct()
                .toList();
    }

    private static List<String> labels(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}

package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.registry.RegistryValue;

class ProfileReaderTests {
    private static final String CHILD = """
            extends: CX8100_WEC7_LF_v604h_TC31_B4022.20
            image:
              name: {value: MY_DEVICE, grade: unknown, note: a test}
            """;

    @Test
    void aChildKeepsWhatItDoesNotChange() throws ProfileException {
        DeviceProfile base = ProfileCatalog.bundled().find("CX8100_WEC7_LF_v604h");

        DeviceProfile child = read(CHILD);

        assertThat(child.image()).isEqualTo("MY_DEVICE");
        assertThat(child.ftp()).isEqualTo(base.ftp());
        assertThat(child.firewall()).isEqualTo(base.firewall());
        assertThat(child.storage()).isEqualTo(base.storage());
        assertThat(child.states()).isEqualTo(base.states());
    }

    @Test
    void anInheritedValueKeepsItsPlaceAndEvidence() throws ProfileException {
        ProfileValue inherited = value(read(CHILD), "firewall.enabled");

        assertThat(inherited.position().file()).isEqualTo("CX8100_WEC7_LF_v604h_TC31_B4022.20.yaml");
        assertThat(inherited.evidence().grade()).isEqualTo(Grade.DOCUMENTED);
    }

    @Test
    void aChangedValueHasItsOwnPlaceAndEvidence() throws ProfileException {
        ProfileValue changed =
                value(read(CHILD + "ftp: {max-sessions: {value: 3, grade: unknown, note: three}}"), "ftp.max-sessions");

        assertThat(changed)
                .isEqualTo(new ProfileValue(
                        "ftp.max-sessions",
                        "3",
                        new Evidence(Grade.UNKNOWN, "", "three"),
                        new Position("mine.yaml", 4, 29)));
    }

    @Test
    void evidenceOfAMappingIsForAllBelowThatHaveNoneNearer() throws ProfileException {
        DeviceProfile profile = read(CHILD + """
                ftp:
                  evidence: {grade: unknown, note: far}
                  max-sessions: 3
                  replies:
                    evidence: {grade: inferred, note: near}
                    ready: 220 Hello.
                    goodbye: {value: 221 Bye., grade: observed, source: fluentftp-99}
                """);

        assertThat(value(profile, "ftp.max-sessions").evidence().note()).isEqualTo("far");
        assertThat(value(profile, "ftp.replies.ready").evidence().note()).isEqualTo("near");
        assertThat(value(profile, "ftp.replies.goodbye").evidence())
                .isEqualTo(new Evidence(Grade.OBSERVED, "fluentftp-99", ""));
    }

    @Test
    void aRuleIsReplacedWholeAndANewOneJoins() throws ProfileException {
        DeviceProfile profile = read(CHILD + """
                firewall:
                  rules:
                    evidence: {grade: unknown, note: a test}
                    rule4: {allow: udp, port: 20-21}
                    rule9: {allow: tcp, port: 8016, from: 10.0.0.0/8}
                """);

        assertThat(profile.firewall().rules())
                .extracting(Rule::name)
                .endsWith("rule3", "rule4", "rule5", "rule6", "rule7", "rule8", "rule9");
        assertThat(profile.firewall().rules().get(4).caption())
                .isEqualTo("Allow ports 20 to 21 from anywhere on the public network");
        assertThat(profile.firewall().rules().get(9).caption()).isEqualTo("Allow TCP port 8016 from 10.0.0.0/8");
    }

    @Test
    void aRuleOfTheBaseCanBeRemoved() throws ProfileException {
        DeviceProfile profile = read(CHILD + """
                firewall:
                  rules:
                    rule4: removed
                """);

        assertThat(profile.firewall().rules())
                .extracting(Rule::name)
                .containsExactly("BlockAllRule", "rule1", "rule2", "rule3", "rule5", "rule6", "rule7", "rule8");
    }

    @Test
    void aStateOfTheBaseCanBeRemoved() throws ProfileException {
        DeviceProfile profile = read(CHILD + """
                states:
                  factory: removed
                  evidence: {grade: unknown, note: chosen by a test}
                  lab: {description: in our lab, steps: [disable firewall]}
                default-state: {value: lab, grade: unknown, note: chosen by a test}
                """);

        assertThat(profile.states()).containsOnlyKeys("ftp-ready", "lab");
    }

    @Test
    void aProfileMayBringSourcesOfItsOwn() throws ProfileException {
        DeviceProfile profile = read(CHILD + """
                sources:
                  own-registry: {title: export of the registry of our device}
                ftp: {max-sessions: {value: 3, grade: observed, source: own-registry}}
                """);

        assertThat(value(profile, "ftp.max-sessions").evidence())
                .isEqualTo(new Evidence(Grade.OBSERVED, "own-registry", ""));
        assertThat(profile.source("own-registry"))
                .contains(new SourceList.Source("own-registry", "export of the registry of our device", ""));
        assertThat(profile.source("cx8191-manual")).isPresent();
    }

    @Test
    void valuesOfTheRegistryThatMeanNothingAreKept() throws ProfileException {
        DeviceProfile profile = read(CHILD + """
                registry:
                  evidence: {grade: unknown, note: a test}
                  'HKLM\\Ident': ['"Name"="CX-1"', '@=dword:1']
                """);

        assertThat(profile.registry()).singleElement().satisfies(key -> {
            assertThat(key.path()).isEqualTo("HKEY_LOCAL_MACHINE\\Ident");
            assertThat(key.values())
                    .containsEntry("Name", new RegistryValue.Text("CX-1"))
                    .containsEntry("", new RegistryValue.Dword(1));
        });
        assertThat(value(profile, "registry.HKLM\\Ident[0]").text()).isEqualTo("\"Name\"=\"CX-1\"");
    }

    @Test
    void aListIsReplacedWhole() throws ProfileException {
        DeviceProfile profile = read(CHILD + """
                ftp:
                  accounts:
                    value: [{user: Administrator, password: "1"}]
                    grade: unknown
                    note: a test
                """);

        assertThat(profile.ftp().access().accounts()).containsExactly(new Account("Administrator", "1"));
    }

    @Test
    void aPassivePortRangeMayBeOpenedInTheFirewall() throws ProfileException {
        DeviceProfile profile = read(CHILD + """
                firewall:
                  rules:
                    passive: {allow: tcp, port: 49152-65535, evidence: {grade: unknown, note: the operator's}}
                """);

        assertThat(profile.firewall().rules())
                .extracting(Rule::traffic)
                .contains(new Traffic.Tcp(profile.ephemeralPorts()));
    }

    @Test
    void whatIsInQuotesIsText() throws ProfileException {
        DeviceProfile profile = read(CHILD + """
                ftp:
                  evidence: {grade: unknown, note: a test}
                  max-sessions: 08
                  accounts:
                    - {user: "08", password: 'true'}
                    - {user: yes, password: "~"}
                """);

        assertThat(profile.ftp().maxSessions()).isEqualTo(8);
        assertThat(profile.ftp().access().accounts())
                .containsExactly(new Account("08", "true"), new Account("yes", "~"));
    }

    @Test
    void durationsHaveUnits() throws ProfileException {
        DeviceProfile profile = read(CHILD + """
                ftp:
                  evidence: {grade: unknown, note: a test}
                  data-wait: 500 ms
                  data-stall: 90s
                  idle-timeout: 2 h
                  login-delay: 0 s
                """);

        assertThat(profile.ftp().dataWait()).isEqualTo(Duration.ofMillis(500));
        assertThat(profile.ftp().dataStall()).isEqualTo(Duration.ofSeconds(90));
        assertThat(profile.ftp().idleTimeout()).isEqualTo(Duration.ofHours(2));
        assertThat(profile.ftp().loginDelay()).isZero();
    }

    @Test
    void aFileSavedByAWindowsEditorIsReadAsWell() throws ProfileException {
        assertThat(read("\uFEFF" + CHILD.replace("\n", "\r\n")).image()).isEqualTo("MY_DEVICE");
    }

    @Test
    void extendsInACircleIsNamed() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("A", "extends: B\nimage: {name: A}\n");
        texts.put("B", "extends: C\nimage: {name: B}\n");
        texts.put("C", "extends: A\nimage: {name: C}\n");

        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> ProfileCatalog.of(texts).find("A"))
                .withMessage("A.yaml:1:10: extends goes in a circle: B -> C -> A -> B; remove one 'extends'");
    }

    @Test
    void aMistakeInTheBaseIsReportedThere() {
        Map<String, String> texts = new LinkedHashMap<>();
        String real = ProfileCatalog.bundled().text("Microsoft_CE6");
        texts.put("base", real.replaceFirst("value: 30 s", "value: soon"));

        ProfileException refused = catchThrowableOfType(
                ProfileException.class,
                () -> ProfileReader.read(
                        CHILD.replace("CX8100_WEC7_LF_v604h_TC31_B4022.20", "base"),
                        "mine.yaml",
                        ProfileCatalog.of(texts)));

        assertThat(refused.mistakes())
                .hasSize(1)
                .first()
                .asString()
                .matches("base.yaml:\\d+:12: ftp.data-wait: 'soon' .*");
    }

    @Test
    void deepNestingIsRefusedBeforeItHurts() {
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> read("[".repeat(100_000)))
                .withMessage("mine.yaml:1:22: nested more than 20 deep; a profile is 5 deep");
    }

    @Test
    void aHugeFileIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("huge.yaml"), "# " + "x".repeat(3_000_000));

        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> ProfileReader.read(file))
                .withMessage(file + ":1:1: larger than 2 MiB; a profile has a few KiB");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("latin.yaml"), "# Größe".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> ProfileReader.read(file))
                .withMessage(file + ":1:1: this isn't UTF-8 text; save it as UTF-8");
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("none.yaml");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ProfileReader.read(file))
                .withMessage(file + ": there is no such file");
    }

    @Test
    void aFolderIsNotAProfile(@TempDir Path folder) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ProfileReader.read(folder))
                .withMessageStartingWith(folder + ": can't be read: ");
    }

    @Test
    void aFileIsReadWithTheBundledBases(@TempDir Path folder) throws IOException, ProfileException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), CHILD);

        assertThat(ProfileReader.read(file).image()).isEqualTo("MY_DEVICE");
    }

    @Test
    void ofManyMistakesTheFirstFiftyAreListed() {
        StringBuilder text = new StringBuilder(CHILD).append("storage:\n");
        for (int i = 0; i < 80; i++) {
            text.append("  k").append(i).append("k: 1\n");
        }

        ProfileException refused = catchThrowableOfType(ProfileException.class, () -> read(text.toString()));

        assertThat(refused.mistakes()).hasSize(51);
        assertThat(refused.mistakes().get(50)).isEqualTo("mine.yaml: and 30 more mistakes; mend these first");
    }

    private static DeviceProfile read(String text) throws ProfileException {
        return ProfileReader.read(text, "mine.yaml", ProfileCatalog.bundled());
    }

    private static ProfileValue value(DeviceProfile profile, String path) {
        List<ProfileValue> found = profile.values().stream()
                .filter(value -> value.path().equals(path))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}

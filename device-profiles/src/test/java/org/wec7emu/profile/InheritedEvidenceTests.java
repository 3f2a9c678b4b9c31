package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code inherited-evidence:} grades what a profile takes from the one that it extends. */
class InheritedEvidenceTests {
    private static final String CHILD = """
            extends: Beckhoff_WEC7
            evidence: {grade: unknown, note: a test}
            image: {name: MY_DEVICE}
            firewall:
              rules:
                inherited-evidence: {grade: observed, source: ba-pl-wiki}
                rule4: removed
                rule9: {allow: tcp, port: 21}
            """;

    @Test
    void itTakesThePlaceOfTheBasesEvidence() throws ProfileException {
        assertThat(evidence(CHILD, "firewall.rules.rule5")).isEqualTo(new Evidence(Grade.OBSERVED, "ba-pl-wiki", ""));
    }

    @Test
    void whatTheChildSaysItselfKeepsItsOwn() throws ProfileException {
        assertThat(evidence(CHILD, "firewall.rules.rule9")).isEqualTo(new Evidence(Grade.UNKNOWN, "", "a test"));
    }

    @Test
    void otherSectionsKeepTheirs() throws ProfileException {
        DeviceProfile base = ProfileCatalog.bundled().find("Beckhoff_WEC7");

        assertThat(evidence(CHILD, "firewall.dialect"))
                .isEqualTo(base.evidence("firewall.dialect").orElseThrow());
    }

    @Test
    void itChangesNoValueAndNoPlace() throws ProfileException {
        DeviceProfile base = ProfileCatalog.bundled().find("Beckhoff_WEC7");
        DeviceProfile child = read(CHILD);

        assertThat(child.firewall().without("rule9")).isEqualTo(base.firewall().without("rule4"));
        assertThat(child.values())
                .filteredOn(value -> value.path().equals("firewall.rules.rule5"))
                .singleElement()
                .satisfies(value -> assertThat(value.position().file()).isEqualTo("Beckhoff_WEC7.yaml"));
    }

    @Test
    void ofASectionItIsAboutAllBelow() throws ProfileException {
        String child =
                CHILD.replace("firewall:\n", "firewall:\n  inherited-evidence: {grade: unknown, note: all of it}\n");

        assertThat(evidence(child, "firewall.enabled")).isEqualTo(new Evidence(Grade.UNKNOWN, "", "all of it"));
        assertThat(evidence(child, "firewall.rules.rule5").grade()).isEqualTo(Grade.OBSERVED);
    }

    private static Evidence evidence(String text, String path) throws ProfileException {
        return read(text).evidence(path).orElseThrow();
    }

    private static DeviceProfile read(String text) throws ProfileException {
        return ProfileReader.read(text, "mine.yaml", ProfileCatalog.bundled());
    }
}

package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;

/** States: what an owner did to a device, as steps in the device's own terms. */
class StatesTests {
    private static final String V604H = "CX8100_WEC7_LF_v604h_TC31_B4022.20";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            enable FTP server           | switch the FTP server on
            disable FTP server          | switch the FTP server off
            restart                     | restart the device
            enable firewall             | switch the firewall on
            disable firewall            | switch the firewall off
            enter TCP port 21           | enter TCP port 21 in the firewall
            enter UDP port 161          | enter UDP port 161 in the firewall
            enter TCP ports 49152-65535 | enter TCP ports 49152 to 65535 in the firewall
            """)
    void eachStepIsAnInstructionToAPerson(String step, String instruction) throws ProfileException {
        assertThat(profile(V604H, step).state("mine").steps())
                .extracting(Step::instruction)
                .containsExactly(instruction);
    }

    @Test
    void theFtpServerRunsAfterTheNextRestartOnly() throws ProfileException {
        assertThat(ftpRuns("enable FTP server")).isFalse();
        assertThat(ftpRuns("restart, enable FTP server")).isFalse();
        assertThat(ftpRuns("enable FTP server, restart")).isTrue();
        assertThat(ftpRuns("enable FTP server, restart, disable FTP server")).isTrue();
        assertThat(ftpRuns("enable FTP server, restart, disable FTP server, restart"))
                .isFalse();
    }

    @Test
    void theFirewallsSwitchAndItsPortsNeedNone() throws ProfileException {
        RuleSet delivered = ProfileCatalog.bundled().find(V604H).firewall();

        assertThat(inMine(profile(V604H, "disable firewall")).firewall()).isEqualTo(delivered.withEnabled(false));
        assertThat(inMine(profile(V604H, "enter UDP port 161")).firewall())
                .isEqualTo(delivered.with(Rule.allow("rule9", Traffic.udp(161))));
    }

    @Test
    void whatAStepChangedRestsOnWhatTheStepRestsOn() throws ProfileException {
        DeviceProfile profile = profile(V604H, "{value: disable firewall, grade: reported, source: pmpsdb-client}");

        assertThat(DeviceInState.of(profile, "mine").values())
                .filteredOn(value -> value.path().equals("firewall.enabled"))
                .singleElement()
                .satisfies(value -> {
                    assertThat(value.text()).isEqualTo("false");
                    assertThat(value.evidence()).isEqualTo(new Evidence(Grade.REPORTED, "pmpsdb-client", ""));
                });
    }

    /** As the registry files of an owner of CX50x0 have it. */
    @Test
    void inMicrosoftsDialectAnEnteredPortIsOneOfIpv4() throws ProfileException {
        assertThat(inMine(profile("Microsoft_CE6", "enter TCP port 21"))
                        .firewall()
                        .rules())
                .contains(Rule.allow("rule1", Traffic.tcp(21)).ofDevice(AddressRange.parse("0.0.0.0/0")));
    }

    @Test
    void aStateOfTheBaseStaysBesidesOnesOwn() throws ProfileException {
        assertThat(profile(V604H, "restart").states()).containsOnlyKeys("factory", "ftp-ready", "mine");
    }

    private static boolean ftpRuns(String steps) throws ProfileException {
        return inMine(profile(V604H, steps)).ftp().serverActive();
    }

    private static DeviceProfile inMine(DeviceProfile profile) {
        return profile.inState("mine");
    }

    private static DeviceProfile profile(String base, String steps) throws ProfileException {
        return ProfileReader.read(
                "extends: " + base + "\nevidence: {grade: unknown, note: a test}\nimage: {name: MY_DEVICE}\n"
                        + "states: {mine: {description: done by me, steps: [" + steps + "]}}\n",
                "mine.yaml",
                ProfileCatalog.bundled());
    }
}

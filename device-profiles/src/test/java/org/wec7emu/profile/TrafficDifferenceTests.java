package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes one device's firewall and not the other's is told by what it is for. */
class TrafficDifferenceTests {
    private static final String V604H = "CX8100_WEC7_LF_v604h";
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 24, 12, 0);

    private static DeviceInState image(String name, String state) throws ProfileException {
        return DeviceInState.of(ProfileCatalog.bundled().find(name), state);
    }

    /** v604h with other rules. */
    private static DeviceInState with(String rules) throws ProfileException {
        String text = "extends: CX8100_WEC7_LF_v604h_TC31_B4022.20\n"
                + "evidence: {grade: inferred, note: a test}\n"
                + "image: {name: other}\n"
                + "firewall: {rules: {" + rules + "}}\n";
        return DeviceInState.of(ProfileReader.read(text, "other.yaml", ProfileCatalog.bundled()), "ftp-ready");
    }

    private static List<String> words(DeviceInState first, DeviceInState second, LocalDateTime at) {
        return TrafficDifference.of(first, second, at).stream()
                .map(difference -> difference.name() + ": " + difference.text()
                        + (difference.passesInSecond() ? " passes" : " dropped"))
                .toList();
    }

    @Test
    void with_the_firewall_off_passive_ftp_passes() throws ProfileException {
        assertThat(words(image("CX8100_WEC7_LF_pre", "ftp-ready"), image(V604H, "ftp-ready"), NOON))
                .startsWith(
                        "passive FTP: TCP 49152-65535 dropped",
                        "http: TCP 80 dropped",
                        "netbios: TCP 139 dropped",
                        "smb: TCP 445 dropped")
                .contains(
                        "to the device: ICMP type 0-7; type 8, code 1-255; type 9-255 dropped",
                        "to the device: ICMPv6 dropped",
                        "to the device: IP protocols 0, 2-5, 7-16, 18-57, 59-255 dropped")
                .noneMatch(line -> line.startsWith("ping"));
    }

    @Test
    void the_manuals_instructions_let_the_control_connection_in() throws ProfileException {
        assertThat(words(image(V604H, "factory"), image(V604H, "ftp-ready"), NOON))
                .containsExactly("FTP control: TCP 21 passes", "FTP data port: TCP 20 passes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule2: removed | ping: ICMP type 8, code 0 dropped",
                "rule4: removed | https: TCP 443 dropped",
                "rule8: removed | ads-discovery: UDP 48899 dropped",
                "x: {allow: tcp, port: 50000-50010} | passive FTP: TCP 50000-50010 passes",
                "x: {allow: tcp, port: 8080, from: 10.0.0.0/24} | to the device: TCP 8080 from 10.0.0.0/24 passes",
                "x: {block: tcp, port: 80, direction: outbound, to: 10.0.0.7} | from the device: TCP 80 to 10.0.0.7 dropped",
                "x: {allow: '50'} | to the device: IP protocol 50 passes",
                "x: {allow: icmp, type: 3} | to the device: ICMP type 3 passes",
            })
    void each_kind_of_traffic_has_its_words(String rules, String expected) throws ProfileException {
        assertThat(words(image(V604H, "ftp-ready"), with(rules.strip()), NOON)).containsExactly(expected.strip());
    }

    @Test
    void a_rule_that_holds_at_night_only_makes_no_difference_by_day() throws ProfileException {
        DeviceInState nightly = with("x: {allow: tcp, port: 8080, hours: 21-6}");

        assertThat(words(image(V604H, "ftp-ready"), nightly, NOON)).isEmpty();
        assertThat(words(image(V604H, "ftp-ready"), nightly, NOON.withHour(22)))
                .containsExactly("to the device: TCP 8080 passes");
    }

    @Test
    void a_service_that_only_one_has_gives_its_name() throws ProfileException {
        String text = "extends: CX8100_WEC7_LF_v604h_TC31_B4022.20\n"
                + "evidence: {grade: inferred, note: a test}\n"
                + "image: {name: other}\n"
                + "services: {opc-ua: {tcp: 4840, listening: true}}\n"
                + "firewall: {rules: {x: {allow: tcp, port: 4840}}}\n";
        DeviceInState other =
                DeviceInState.of(ProfileReader.read(text, "other.yaml", ProfileCatalog.bundled()), "ftp-ready");

        assertThat(words(image(V604H, "ftp-ready"), other, NOON)).containsExactly("opc-ua: TCP 4840 passes");
        assertThat(words(other, image(V604H, "ftp-ready"), NOON)).containsExactly("opc-ua: TCP 4840 dropped");
    }
}

package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wec7emu.profile.Service.Protocol;

/** What a profile says of services besides FTP. */
class ServicesTests {
    private static final String CHILD = """
            extends: CX8100_WEC7_LF_v604h_TC31_B4022.20
            image:
              name: {value: MY_DEVICE, grade: unknown, note: a test}
            services:
            """;

    @Test
    void aChildMaySwitchOneServiceAndKeepsItsPortAndTheOthers() throws ProfileException {
        DeviceProfile base = ProfileCatalog.bundled().find("CX8100_WEC7_LF_v604h");
        DeviceProfile child = read("  cerhost: {listening: {value: true, grade: unknown, note: switched on}}\n");

        assertThat(child.services())
                .contains(new Service("cerhost", Protocol.TCP, 987, true))
                .hasSameSizeAs(base.services());
        assertThat(child.services())
                .filteredOn(service -> !service.name().equals("cerhost"))
                .isEqualTo(base.services().stream()
                        .filter(service -> !service.name().equals("cerhost"))
                        .toList());
        assertThat(child.evidence("services.cerhost.listening"))
                .contains(new Evidence(Grade.UNKNOWN, "", "switched on"));
        assertThat(child.evidence("services.cerhost.tcp").orElseThrow().grade()).isEqualTo(Grade.INFERRED);
    }

    @Test
    void aNewServiceJoinsWithTheEvidenceOfItsSection() throws ProfileException {
        DeviceProfile child = read("""
              evidence: {grade: unknown, note: a test}
              secure-ads: {tcp: 8016, listening: true}
            """);

        assertThat(child.services()).endsWith(new Service("secure-ads", Protocol.TCP, 8016, true));
        assertThat(child.evidence("services.secure-ads.tcp")).contains(new Evidence(Grade.UNKNOWN, "", "a test"));
    }

    @Test
    void onePortMayBelongToAServiceOfEachProtocol() throws ProfileException {
        DeviceProfile child = read("""
              evidence: {grade: unknown, note: a test}
              dns: {udp: 53, listening: true}
              dns-tcp: {tcp: 53, listening: false}
            """);

        assertThat(child.services())
                .endsWith(new Service("dns", Protocol.UDP, 53, true), new Service("dns-tcp", Protocol.TCP, 53, false));
    }

    @Test
    void aStateKeepsThem() throws ProfileException {
        DeviceProfile base = ProfileCatalog.bundled().find("CX8100_WEC7_LF_v604h");

        assertThat(base.inState("ftp-ready").services()).isEqualTo(base.services());
    }

    private static DeviceProfile read(String services) throws ProfileException {
        return ProfileReader.read(CHILD + services, "mine.yaml", ProfileCatalog.bundled());
    }
}

package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wec7emu.device.Device;
import org.wec7emu.device.PortOffset;
import org.wec7emu.firewall.HourRange;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.TimeCondition;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.choice.Enforcers;
import org.wec7emu.firewall.enforce.choice.Enforcers.Choice;
import org.wec7emu.host.PassivePublication;
import org.wec7emu.path.NetworkPath;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileCatalog;

/** What a person reads once a device answers. */
class BannerTests {
    @ParameterizedTest
    @CsvSource({
        "CX8100_WEC7_LF_v604h, ftp-ready, banner-v604h.txt",
        "CX8100_WEC7_LF_v604h, factory, banner-factory.txt",
        "CX8100_WEC7_LF_pre-v604h, ftp-ready, banner-baseline.txt",
    })
    void reads(String image, String state, String golden) throws Exception {
        Choice backlog = new Choice(Enforcers.named(EnforcementLevel.BACKLOG), List.of("socket: of a test"));
        StringWriter text = new StringWriter();
        try (Device device = Device.builder(ProfileCatalog.bundled().find(image))
                .state(state)
                .portOffset(PortOffset.ANY_FREE)
                .enforcer(backlog.enforcer())
                .start()) {
            new Banner(device, backlog).print(new PrintWriter(text));

            assertThat(text.toString())
                    .isEqualToNormalizingNewlines(golden(golden)
                            .replace("{21}", Integer.toString(device.port()))
                            .replace("{20}", Integer.toString(device.port() - 1))
                            .replace("{offset}", Integer.toString(device.ports().offset()))
                            .replace("{files}", device.ftpRoot().toString()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CX8100_WEC7_LF_v604h, client-nat, Doesn't either: the firewall drops the data connection",
        "CX8100_WEC7_LF_v604h, client-firewall, Doesn't either: the firewall drops the data connection",
        "CX8100_WEC7_LF_pre-v604h, client-firewall, 'Works, as no firewall is in the way (passive):'",
    })
    void namesThePathAndWhatItLeavesOver(String image, String label, String passive) throws Exception {
        Choice backlog = new Choice(Enforcers.named(EnforcementLevel.BACKLOG), List.of());
        NetworkPath path = NetworkPath.labelled(label).orElseThrow();
        StringWriter text = new StringWriter();
        try (Device device = Device.builder(ProfileCatalog.bundled().find(image))
                .portOffset(PortOffset.ANY_FREE)
                .enforcer(backlog.enforcer())
                .path(path)
                .start()) {
            new Banner(device, backlog).print(new PrintWriter(text));
        }

        assertThat(text.toString())
                .contains("\nPath      " + label + ": " + path.description() + "\n")
                .contains(
                        "Doesn't: the device's connect is lost on the client's side, both wait (active):\n  curl --ftp-port")
                .contains(passive);
    }

    @Test
    void saysThatPublishedPassivePortsAreNoSettingOfTheDevice() throws Exception {
        Choice backlog = new Choice(Enforcers.named(EnforcementLevel.BACKLOG), List.of());
        StringWriter text = new StringWriter();
        PassivePublication ports = new PassivePublication(
                PortRange.parse("30000-30009"), Optional.of((Inet4Address) InetAddress.getByName("192.0.2.1")));
        try (Device device = Device.builder(ProfileCatalog.bundled().find("CX8100_WEC7_LF_pre-v604h"))
                .portOffset(PortOffset.ANY_FREE)
                .enforcer(backlog.enforcer())
                .publishPassive(ports)
                .start()) {
            new Banner(device, backlog).print(new PrintWriter(text));

            assertThat(text.toString())
                    .contains(
                            "(plumbing of this host, no setting of the device: its passive 49152-49161 are 30000-30009"
                                    + " here, announced at 192.0.2.1)");
        }
    }

    @Test
    void namesTheHoursOfARuleAndJudgesByThoseThatAreInForce() throws Exception {
        Choice backlog = new Choice(Enforcers.named(EnforcementLevel.BACKLOG), List.of());
        DeviceProfile image = ProfileCatalog.bundled().find("CX8100_WEC7_LF_v604h");
        int hour = LocalTime.now(ZoneId.systemDefault()).getHour();
        TimeCondition past = TimeCondition.daily(new HourRange((hour + 12) % 24, (hour + 13) % 24));
        Rule timed = Rule.allow("evening", new Traffic.Tcp(PortRange.parse("49152-65535")))
                .during(past);
        StringWriter text = new StringWriter();
        try (Device device = Device.builder(image)
                .portOffset(PortOffset.ANY_FREE)
                .enforcer(backlog.enforcer())
                .firewall(image.inState("ftp-ready").firewall().with(timed))
                .start()) {
            new Banner(device, backlog).print(new PrintWriter(text));
        }

        assertThat(text.toString())
                .contains(timed.caption())
                .contains("answers at ftp://")
                .contains("Doesn't: the firewall drops the data connection");
    }

    @Test
    void saysWhichServiceTheDeviceGoesWithoutAndWhatToDo() throws Exception {
        Choice backlog = new Choice(Enforcers.named(EnforcementLevel.BACKLOG), List.of());
        DeviceProfile image = ProfileCatalog.bundled().find("CX8100_WEC7_LF_v604h");
        int offset = freeOffset(image);
        StringWriter text = new StringWriter();
        try (ServerSocket ofAnother = new ServerSocket(443 + offset, 1, InetAddress.getLoopbackAddress());
                Device device = Device.builder(image)
                        .portOffset(PortOffset.of(offset))
                        .enforcer(backlog.enforcer())
                        .start()) {
            new Banner(device, backlog).print(new PrintWriter(text));

            assertThat(text.toString())
                    .contains("Services  http 80, netbios 139, smb 445, ")
                    .contains("(goes without https: port " + ofAnother.getLocalPort() + " of 127.0.0.1 (the device's"
                            + " port 443) is in use, perhaps by another device; end that program, or choose other ports"
                            + " with --port-offset N, or another address with --bind 127.0.0.N)");
        }
    }

    private static int freeOffset(DeviceProfile image) throws IOException {
        try (Device device =
                Device.builder(image).portOffset(PortOffset.ANY_FREE).start()) {
            return device.ports().offset();
        }
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = BannerTests.class.getResourceAsStream("/golden/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

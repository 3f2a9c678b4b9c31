package org.wec7emu.measure.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.device.Device;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.measure.client.Transcript;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileReader;
import org.wec7emu.profile.Service.Protocol;

/** A probe of a running image gives back the profile that it runs from. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ClosedLoopTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    /** What nobody can see from outside in one session at a time, without waiting for timers. All else is seen. */
    private static final List<String> UNSEEN = List.of(
            "stack.ephemeral-ports",
            "firewall.dialect",
            "firewall.rules",
            "ftp.allow-anonymous-vroots",
            "ftp.anonymous-sees-hidden-files",
            "ftp.hidden-files",
            "ftp.directory",
            "ftp.user-list",
            "ftp.virtual-roots",
            "ftp.data-wait",
            "ftp.data-stall",
            "ftp.idle-timeout",
            "ftp.idle-ending",
            "ftp.max-sessions",
            "ftp.surplus-session",
            "ftp.dial-wait",
            "ftp.data-from",
            "ftp.replies.not-available",
            "ftp.replies.file-busy",
            "ftp.replies.card-full",
            "ftp.replies.card-removed",
            "ftp.replies.card-removed-in-transfer",
            "ftp.replies.not-implemented",
            "ftp.replies.passive-refused",
            "ftp.replies.only-epsv",
            "services.ads-discovery.listening",
            "storage");

    /** What an anonymous user can't show who may not write: the images that have no other one are Microsoft's. */
    private static final List<String> ONLY_BY_WRITING = List.of(
            "ftp.accounts",
            "ftp.use-authentication",
            "ftp.code-page",
            "ftp.rename-overwrites",
            "ftp.type-a",
            "ftp.listing-wildcards",
            "ftp.nlst-argument",
            "ftp.nlst-names",
            "ftp.shown-directory",
            "ftp.abort",
            "ftp.disconnect",
            "ftp.broken-upload",
            "ftp.replies.created",
            "ftp.replies.rename-pending",
            "ftp.replies.transfer-aborted");

    static List<String> images() {
        return ProfileCatalog.bundled().names();
    }

    @ParameterizedTest
    @MethodSource("images")
    void givesBackEachValueThatCanBeSeen(String name) throws IOException, ProfileException {
        DeviceProfile profile = ProbedDevice.image(name);
        DeviceInState image = DeviceInState.of(profile, profile.defaultState());
        Findings findings = probed(profile);
        Resemblance own = Resemblance.of(findings, profile);

        assertThat(own.differing()).isEmpty();
        assertThat(Unsettled.of(findings, image).keySet()).containsExactlyInAnyOrderElementsOf(unseen(image, findings));
        assertThat(best(findings)).contains(profile.image());

        String text = ProbedProfile.text("Probed", findings, own, profile.firewall(), DAY, "");
        DeviceProfile written = ProfileReader.read(text, "probed.yaml", ProfileCatalog.bundled());
        assertThat(written.inState(written.defaultState()).ftp())
                .isEqualTo(image.profile().ftp());
        assertThat(written.firewall()).isEqualTo(image.profile().firewall());
        assertThat(written.services()).isEqualTo(image.profile().services());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CX8100_WEC7_LF_v604h", "CBx053_CE600_HPS_v408g"})
    void writesAProfileThatRunsAndIsFoundAgain(String name) throws IOException, ProfileException {
        DeviceProfile profile = ProbedDevice.image(name);
        Findings first = probed(profile);
        String text = ProbedProfile.text("Probed", first, Resemblance.of(first, profile), profile.firewall(), DAY, "");

        Findings second = probed(ProfileReader.read(text, "probed.yaml", ProfileCatalog.bundled()));

        assertThat(values(second)).isEqualTo(values(first));
        assertThat(second.ports()).isEqualTo(first.ports());
    }

    @Test
    void givesBackWhatCanBeSeenOverIpv6() throws IOException, EnforcementException {
        DeviceProfile profile = ProbedDevice.image("CX8100_WEC7_LF_pre-v604h");
        try (Device device = ProbedDevice.onFreePorts(profile)
                .bind(InetAddress.getByName("::1"))
                .services(false)
                .start()) {
            Findings findings = ProbedDevice.probe(device, ProbedDevice.withoutScan(device), new Transcript());

            assertThat(Resemblance.of(findings, profile).differing()).isEmpty();
            assertThat(findings.answers().settled())
                    .containsKeys(
                            "ftp.replies.passive-refused",
                            "ftp.replies.protocol-refused",
                            "ftp.replies.extended-passive",
                            "ftp.replies.transfer-starting",
                            "ftp.replies.opening-data-connection",
                            "ftp.type-a",
                            "ftp.abort");
            assertThat(findings.answers().open()).containsEntry("ftp.allow-low-ports", "PORT has no addresses of IPv6");
        }
    }

    private static Set<String> values(Findings findings) {
        Set<String> values = new TreeSet<>();
        findings.answers().settled().forEach((key, answer) -> values.add(key + ": " + answer.value()));
        return values;
    }

    private static Findings probed(DeviceProfile profile) throws IOException {
        try (Device device = ProbedDevice.start(profile)) {
            return ProbedDevice.probe(device, new Transcript());
        }
    }

    /** Those that no other image is more like. */
    private static List<String> best(Findings findings) {
        List<Resemblance> ranked = Resemblance.ranked(findings, ProbedDevice.catalogue());
        int most = ranked.get(0).equal();
        return ranked.stream()
                .filter(resemblance -> resemblance.equal() == most)
                .map(resemblance -> resemblance.image().profile().image())
                .toList();
    }

    private static Set<String> unseen(DeviceInState image, Findings findings) {
        Set<String> unseen = new TreeSet<>(UNSEEN);
        DeviceProfile profile = image.profile();
        if (profile.services().stream().noneMatch(service -> service.protocol() == Protocol.UDP)) {
            unseen.remove("services.ads-discovery.listening");
        }
        profile.services().stream()
                .filter(service -> service.protocol() == Protocol.TCP)
                .filter(service -> !passes(image, findings, service.port()))
                .forEach(service -> unseen.add("services." + service.name() + ".listening"));
        if (!passes(image, findings, findings.passivePorts().get(0))) {
            unseen.add("ftp.replies.transfer-starting");
        }
        if (profile.ftp().access().accounts().isEmpty()) {
            unseen.addAll(ONLY_BY_WRITING);
        } else if (profile.ftp().access().allowAnonymousUpload()) {
            unseen.add("ftp.directories-need-write");
        }
        return unseen;
    }

    private static boolean passes(DeviceInState image, Findings findings, int port) {
        return image.profile()
                .firewall()
                .decide(Packet.Tcp.syn(
                        Direction.INBOUND,
                        new InetSocketAddress(findings.client(), 0),
                        new InetSocketAddress(findings.target().control().getAddress(), port)))
                .passes();
    }
}

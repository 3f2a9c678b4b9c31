package org.wec7emu.measure.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.wec7emu.device.Device;
import org.wec7emu.device.DeviceBuilder;
import org.wec7emu.device.PortOffset;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Placement;
import org.wec7emu.firewall.enforce.choice.Enforcers;
import org.wec7emu.measure.client.Transcript;
import org.wec7emu.measure.probe.ProbeTarget.Login;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.Service;

/** An emulated device, and a probe of it. */
public final class ProbedDevice {
    /** Makes no port the control port, so that no other one is looked at. */
    private static final int NOT_SAID = 0;

    private ProbedDevice() {}

    static DeviceProfile image(String name) {
        try {
            return ProfileCatalog.bundled().find(name);
        } catch (ProfileException e) {
            throw new AssertionError(e);
        }
    }

    static List<DeviceProfile> catalogue() {
        return ProfileCatalog.bundled().names().stream()
                .map(ProbedDevice::image)
                .toList();
    }

    /** All services of all images, each once. */
    static List<Service> services() {
        Map<String, Service> services = new LinkedHashMap<>();
        catalogue()
                .forEach(image -> image.services().forEach(service -> services.putIfAbsent(service.name(), service)));
        return List.copyOf(services.values());
    }

    /** With its whole firewall and its true ports where this process may, or else on free ports of 127.0.0.1. */
    public static Device start(DeviceProfile profile) throws IOException {
        return builder(profile).start();
    }

    static DeviceBuilder builder(DeviceProfile profile) throws IOException {
        InetAddress own = ownAddress();
        try {
            return Device.builder(profile)
                    .bind(own)
                    .enforcer(Enforcers.named(EnforcementLevel.NFTABLES, new Placement(own, true)));
        } catch (EnforcementException e) {
            try {
                return onFreePorts(profile);
            } catch (EnforcementException impossible) {
                throw new IOException(impossible);
            }
        }
    }

    /** On free ports of 127.0.0.1, where each passive port is behind a full accept queue. */
    static DeviceBuilder onFreePorts(DeviceProfile profile) throws EnforcementException {
        return Device.builder(profile)
                .portOffset(PortOffset.ANY_FREE)
                .enforcer(Enforcers.named(EnforcementLevel.BACKLOG));
    }

    /** One that nobody else uses. */
    static InetAddress ownAddress() throws IOException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return InetAddress.getByAddress(new byte[] {
            127, (byte) random.nextInt(64, 128), (byte) random.nextInt(256), (byte) random.nextInt(2, 255)
        });
    }

    /** Whether a scan sees the device's whole firewall. */
    public static boolean isWhole(Device device) {
        return device.enforcement() == EnforcementLevel.NFTABLES;
    }

    static ProbeSettings settings(Device device) {
        return new ProbeSettings(
                Duration.ofSeconds(20),
                Duration.ofMillis(250),
                List.of(new Login(device.user(), device.password())),
                Optional.empty(),
                Optional.of("/"),
                device.ports().offset(),
                services());
    }

    /** As {@link #settings}, but no other port is looked at. */
    static ProbeSettings withoutScan(Device device) {
        ProbeSettings all = settings(device);
        return new ProbeSettings(
                all.patience(), all.quiet(), all.logins(), all.slow(), all.writeDirectory(), NOT_SAID, List.of());
    }

    static Findings probe(Device device, Transcript transcript) throws IOException {
        return probe(device, settings(device), transcript);
    }

    static Findings probe(Device device, ProbeSettings settings, Transcript transcript) throws IOException {
        ProbeTarget target =
                new ProbeTarget(device.host(), new InetSocketAddress(device.host(), device.port()), Optional.empty());
        return new Probe(target, settings).run(transcript, (number, of, about) -> {});
    }
}

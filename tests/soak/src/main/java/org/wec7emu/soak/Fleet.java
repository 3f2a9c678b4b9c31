package org.wec7emu.soak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wec7emu.device.AddressPool;
import org.wec7emu.device.Device;
import org.wec7emu.device.DeviceBuilder;
import org.wec7emu.device.DeviceHost;
import org.wec7emu.device.PortOffset;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Placement;
import org.wec7emu.firewall.enforce.choice.Enforcers;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileReader;

/** The devices of a soak: two images, and each level of enforcement that this machine has, in turn. */
final class Fleet {
    private static final String[] IMAGES = {"CX8100_WEC7_LF_v604h_TC31_B4022.20", "CX8100_WEC7_LF_pre-v604h"};

    private final AddressPool addresses;
    private final List<EnforcementLevel> levels = new ArrayList<>();

    Fleet() {
        // of another range than a soak beside this one has
        addresses = AddressPool.of(
                AddressRange.parse("127." + (200 + ProcessHandle.current().pid() % 50) + ".0.0/16"));
        for (EnforcementLevel level : EnforcementLevel.values()) {
            try {
                Enforcers.named(level, placement(level));
                levels.add(level);
            } catch (EnforcementException e) {
                System.err.println("soak: without the level " + level.label() + ": " + e.getMessage());
            }
        }
    }

    private Placement placement(EnforcementLevel level) {
        return level == EnforcementLevel.NFTABLES ? new Placement(addresses.next(), true) : Placement.SHARED;
    }

    /** Those that this machine has. */
    List<EnforcementLevel> levels() {
        return levels;
    }

    List<Device> start(DeviceHost host, int count) throws IOException, InterruptedException {
        List<DeviceBuilder> plans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            plans.add(plan(IMAGES[i % IMAGES.length], levels.get(i / IMAGES.length % levels.size())));
        }
        return host.start(plans, started -> {});
    }

    private DeviceBuilder plan(String image, EnforcementLevel level) throws EnforcementException {
        if (level == EnforcementLevel.NFTABLES) {
            Placement own = placement(level);
            return Device.builder(profile(image)).bind(own.address()).enforcer(Enforcers.named(level, own));
        }
        return Device.builder(profile(image))
                .bind(addresses.next())
                .portOffset(PortOffset.USUAL)
                .enforcer(Enforcers.named(level));
    }

    /** The image with more sessions, so that a session too many is one that wasn't ended. */
    private static DeviceProfile profile(String image) {
        String text = "extends: " + image + "\nevidence: {grade: unknown, note: chosen by ./soak}\n"
                + "image: {name: " + image + "_soak, synthetic: true, description: for ./soak}\n"
                + "ftp:\n  max-sessions: 40\n";
        try {
            return ProfileReader.read(text, "soak.yaml", ProfileCatalog.bundled());
        } catch (ProfileException e) {
            throw new IllegalStateException(e);
        }
    }
}

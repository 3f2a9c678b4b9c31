package org.wec7emu.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.Service;

/** What images are known to offer besides FTP. */
final class KnownServices {
    private KnownServices() {}

    /** Each once. */
    static List<Service> of(List<DeviceProfile> catalogue) {
        Map<String, Service> known = new LinkedHashMap<>();
        for (DeviceProfile image : catalogue) {
            image.services().forEach(service -> known.putIfAbsent(service.protocol() + " " + service.port(), service));
        }
        return List.copyOf(known.values());
    }
}

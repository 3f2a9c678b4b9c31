package org.wec7emu.device;

import java.io.IOException;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.profile.DeviceProfile;

/** Devices whose firewall is on and lets passive FTP through, so that each connection goes through the enforcement. */
final class OpenedDevices {
    private static final Rule PASSIVE_PORTS = Rule.allow("passive", new Traffic.Tcp(PortRange.parse("49152-65535")));

    private OpenedDevices() {}

    static Device started(EnforcementLevel level, String... settings) throws IOException {
        DeviceProfile profile = settings.length == 0 ? Devices.image(Devices.V604H) : Devices.withFtp(settings);
        DeviceProfile ready = profile.inState(profile.defaultState());
        return Devices.builder(profile, level)
                .firewall(ready.firewall().with(PASSIVE_PORTS))
                .start();
    }
}

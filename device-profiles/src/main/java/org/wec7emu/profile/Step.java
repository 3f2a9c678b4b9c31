package org.wec7emu.profile;

import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;

/** One thing an owner does to a device, in the manual's terms. */
public sealed interface Step {
    /** The instruction as a person would give it. */
    String instruction();

    /** The profile of the device after this step. */
    DeviceProfile applyTo(DeviceProfile profile);

    /** Switch the FTP server on; takes effect with the next {@link Restart}. */
    record EnableFtpServer() implements Step {
        @Override
        public String instruction() {
            return "switch the FTP server on";
        }

        @Override
        public DeviceProfile applyTo(DeviceProfile profile) {
            return profile.with(profile.ftp().enabled(true));
        }
    }

    /** Restart the device. */
    record Restart() implements Step {
        @Override
        public String instruction() {
            return "restart the device";
        }

        @Override
        public DeviceProfile applyTo(DeviceProfile profile) {
            return profile;
        }
    }

    /**
     * Enter a TCP port in the firewall.
     *
     * @param port 1 to 65535
     */
    record AllowTcpPort(int port) implements Step {
        @Override
        public String instruction() {
            return "enter TCP port " + port + " in the firewall";
        }

        @Override
        public DeviceProfile applyTo(DeviceProfile profile) {
            String name = profile.firewall().freeName();
            return profile.with(profile.firewall().with(Rule.allow(name, Traffic.tcp(port))));
        }
    }
}

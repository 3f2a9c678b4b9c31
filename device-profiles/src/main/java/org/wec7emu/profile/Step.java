package org.wec7emu.profile;

import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;

/** One thing an owner does to a device, in the manual's terms. */
public sealed interface Step {
    /** The instruction as a person would give it. */
    String instruction();

    /** The profile of the device after this step. */
    DeviceProfile applyTo(DeviceProfile profile);

    /**
     * Switch the FTP server on or off; takes effect with the next {@link Restart}, so without one nothing changes.
     *
     * @param on whether it is to run
     */
    record SetFtpServer(boolean on) implements Step {
        @Override
        public String instruction() {
            return "switch the FTP server " + (on ? "on" : "off");
        }

        @Override
        public DeviceProfile applyTo(DeviceProfile profile) {
            return profile.with(profile.ftp().enabled(on));
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
     * Switch the firewall on or off.
     *
     * @param on whether it is to filter
     */
    record SetFirewall(boolean on) implements Step {
        @Override
        public String instruction() {
            return "switch the firewall " + (on ? "on" : "off");
        }

        @Override
        public DeviceProfile applyTo(DeviceProfile profile) {
            return profile.with(profile.firewall().withEnabled(on));
        }
    }

    /**
     * Enter TCP or UDP ports in the firewall.
     *
     * @param traffic of TCP or UDP
     */
    record EnterPorts(Traffic traffic) implements Step {
        @Override
        public String instruction() {
            boolean tcp = traffic instanceof Traffic.Tcp;
            PortRange ports = traffic instanceof Traffic.Tcp of ? of.ports() : ((Traffic.Udp) traffic).ports();
            return "enter " + (tcp ? "TCP" : "UDP")
                    + (ports.isSinglePort()
                            ? " port " + ports.first()
                            : " ports " + ports.first() + " to " + ports.last())
                    + " in the firewall";
        }

        @Override
        public DeviceProfile applyTo(DeviceProfile profile) {
            Rule rule = Rule.allow(profile.firewall().freeName(), traffic);
            // Rules of fw6 are about one IP version; those of its owners' files about IPv4 (pcds-plc-image-generator).
            boolean fw6 = profile.firewall().dialect() == Dialect.FW6;
            return profile.with(profile.firewall().with(fw6 ? rule.ofDevice(AddressRange.ALL_IPV4) : rule));
        }
    }
}

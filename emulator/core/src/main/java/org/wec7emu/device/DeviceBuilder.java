package org.wec7emu.device;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.Enforcer;
import org.wec7emu.firewall.enforce.choice.Enforcers;
import org.wec7emu.host.IoHost;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.Journal;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.storage.DeviceStorage;

/** Describes a device before it starts; from {@link Device#builder}. */
public final class DeviceBuilder {
    private final DeviceProfile profile;
    private String state;
    private InetAddress address = InetAddress.getLoopbackAddress();
    private PortOffset offset = PortOffset.USUAL;
    private Optional<Path> root = Optional.empty();
    private Journal journal = new Journal();
    private InstantSource clock = InstantSource.system();
    private @Nullable Enforcer enforcer;
    private @Nullable RuleSet rules;

    DeviceBuilder(DeviceProfile profile) {
        this.profile = profile;
        this.state = profile.defaultState();
    }

    /** The state of the profile to start in. */
    public DeviceBuilder state(String name) {
        state = name;
        return this;
    }

    /** An address of this machine; 127.0.0.1 unless told. */
    public DeviceBuilder bind(InetAddress hostAddress) {
        address = hostAddress;
        return this;
    }

    /** {@link PortOffset#USUAL} unless told. */
    public DeviceBuilder portOffset(PortOffset portOffset) {
        offset = portOffset;
        return this;
    }

    /** The host's directory that clients see; a fresh temporary one unless told. */
    public DeviceBuilder root(Path directory) {
        root = Optional.of(directory);
        return this;
    }

    /** What enforces the firewall; the best that this process may use unless told. */
    public DeviceBuilder enforcer(Enforcer chosen) {
        enforcer = chosen;
        return this;
    }

    /** Other firewall rules than the state's. */
    public DeviceBuilder firewall(RuleSet firewall) {
        rules = firewall;
        return this;
    }

    /** Takes the events; a new one unless told. */
    public DeviceBuilder journal(Journal ofDevice) {
        journal = ofDevice;
        return this;
    }

    /** The device's clock; the host's unless told. */
    public DeviceBuilder clock(InstantSource ofDevice) {
        clock = ofDevice;
        return this;
    }

    /**
     * Starts the device. When this returns it answers.
     *
     * @throws IllegalArgumentException when the profile has no such state
     * @throws DeviceStartException when ports or address can't be had
     * @throws IOException when the root can't be used or the firewall not enforced; the message says why
     */
    public Device start() throws IOException {
        DeviceProfile inState = profile.inState(state);
        DeviceStartException taken = null;
        for (int candidate : HostPorts.candidates(offset)) {
            try {
                PortMap ports = new PortMap(candidate, profile.ephemeralPorts());
                HostPorts.check(ports, address);
                return start(inState, ports);
            } catch (DeviceStartException e) {
                taken = e;
            }
        }
        throw taken == null ? new DeviceStartException("no port offset to try") : taken;
    }

    private Device start(DeviceProfile inState, PortMap ports) throws IOException {
        RuleSet firewall = rules == null ? inState.firewall() : rules;
        Enforcer chosen = enforcer == null ? Enforcers.best().enforcer() : enforcer;
        IoHost.Lease host = IoHost.lease();
        try {
            Enforcement enforcement = chosen.start(FirewallSchedule.inForce(firewall, clock));
            try {
                DeviceStorage storage =
                        DeviceStorage.create(profile.storage(), profile.ftp().directory(), root);
                try {
                    Device device = new Device(
                            inState,
                            state,
                            firewall,
                            new Surroundings(address, ports, host, storage, enforcement, journal, clock));
                    device.powerOn();
                    device.followClock();
                    return device;
                } catch (IOException | RuntimeException e) {
                    storage.close();
                    throw e;
                }
            } catch (IOException | RuntimeException e) {
                enforcement.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            host.close();
            throw e;
        }
    }
}

package org.wec7emu.device;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wec7emu.fault.Faults;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Enforcer;
import org.wec7emu.firewall.enforce.Placement;
import org.wec7emu.firewall.enforce.choice.Enforcers;
import org.wec7emu.host.AddressText;
import org.wec7emu.host.IoHost;
import org.wec7emu.host.PassivePublication;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.Journal;
import org.wec7emu.path.NetworkPath;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.Service;
import org.wec7emu.storage.DeviceStorage;

/** Describes a device before it starts; from {@link Device#builder}. */
public final class DeviceBuilder {
    private final DeviceProfile profile;
    private String state;
    private InetAddress address = InetAddress.getLoopbackAddress();
    private @Nullable PortOffset offset;
    private Optional<Path> root = Optional.empty();
    private Journal journal = new Journal();
    private boolean withServices = true;
    private NetworkPath path = NetworkPath.DIRECT;
    private Optional<PassivePublication> publication = Optional.empty();
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

    /** Unless told {@link PortOffset#NONE} where nftables enforces the firewall, else {@link PortOffset#USUAL}. */
    public DeviceBuilder portOffset(PortOffset portOffset) {
        offset = portOffset;
        return this;
    }

    /** The host's directory that clients see; a fresh temporary one unless told. */
    public DeviceBuilder root(Path directory) {
        root = Optional.of(directory);
        return this;
    }

    /** What enforces the firewall; the best that this process may use at the device's address unless told. */
    public DeviceBuilder enforcer(Enforcer chosen) {
        enforcer = chosen;
        return this;
    }

    /** Other firewall rules than the state's. */
    public DeviceBuilder firewall(RuleSet firewall) {
        rules = firewall;
        return this;
    }

    /**
     * Whether the device offers the image's services besides FTP, such as https and ADS, so that a scan sees its ports as the
     * device's; it does unless told. Each of them costs a socket.
     */
    public DeviceBuilder services(boolean offered) {
        withServices = offered;
        return this;
    }

    /** The network between clients and the device; {@link NetworkPath#DIRECT} unless told. */
    public DeviceBuilder path(NetworkPath toClients) {
        path = toClients;
        return this;
    }

    /**
     * Other ports of the host for passive data connections, and the address that a 227 announces: for a device that only mapped
     * ports lead to. Its firewall still decides over the device's own ports.
     */
    public DeviceBuilder publishPassive(PassivePublication toClients) {
        publication = Optional.of(toClients);
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
     * @throws IllegalArgumentException when the profile has no such state, or the enforcer is one for another address or other ports
     * @throws DeviceStartException when ports or address can't be had
     * @throws IOException when the root can't be used or the firewall not enforced; the message says why
     */
    public Device start() throws IOException {
        StartingPoint atStart = StartingPoint.of(profile, state, rules);
        Enforcer chosen = chosenEnforcer();
        PortOffset wanted = offsetFor(chosen);
        if (wanted.fixed().isPresent()) {
            return start(atStart, chosen, wanted, new int[] {wanted.fixed().getAsInt()}, false);
        }
        int[] candidates = HostPorts.candidates();
        try {
            return start(atStart, chosen, wanted, candidates, true);
        } catch (DeviceStartException e) {
            // so many devices that some have to go without a service
            return start(atStart, chosen, wanted, candidates, false);
        }
    }

    private Device start(StartingPoint atStart, Enforcer chosen, PortOffset wanted, int[] offsets, boolean everyService)
            throws IOException {
        DeviceStartException taken = null;
        for (int candidate : offsets) {
            try {
                PortMap ports = new PortMap(candidate, profile.ephemeralPorts(), publication);
                HostPorts.check(ports, address);
                if (everyService) {
                    HostPorts.check(ports, address, offered(atStart));
                }
                return start(atStart, chosen, ports, DataPort.hold(ports, address, wanted), everyService);
            } catch (DeviceStartException e) {
                taken = e;
            }
        }
        throw taken == null ? new DeviceStartException("no port offset to try") : taken;
    }

    private Enforcer chosenEnforcer() throws IOException {
        boolean truePorts = (offset == null || offset.equals(PortOffset.NONE)) && publication.isEmpty();
        Placement placement = new Placement(address, truePorts);
        if (enforcer == null) {
            return Enforcers.best(placement).enforcer();
        }
        Optional<Placement> only = enforcer.onlyFor();
        if (only.isPresent() && !only.get().equals(placement)) {
            throw new IllegalArgumentException("the level " + enforcer.level().label() + " was made for "
                    + AddressText.of(only.get().address()) + " with the device's true ports; bind the device there, and"
                    + " leave its port offset out");
        }
        return enforcer;
    }

    /** A device whose address is its own has its own ports too. */
    private PortOffset offsetFor(Enforcer chosen) {
        PortOffset told = offset;
        if (told != null) {
            return told;
        }
        return chosen.level() == EnforcementLevel.NFTABLES ? PortOffset.NONE : PortOffset.USUAL;
    }

    private List<Service> offered(StartingPoint atStart) {
        return withServices ? atStart.profile().services() : List.of();
    }

    /** @param dataPort closed when the device doesn't start */
    private Device start(StartingPoint atStart, Enforcer chosen, PortMap ports, DataPort dataPort, boolean everyService)
            throws IOException {
        try {
            return startOn(atStart, chosen, ports, dataPort, everyService);
        } catch (IOException | RuntimeException e) {
            dataPort.close();
            throw e;
        }
    }

    private Device startOn(
            StartingPoint atStart, Enforcer chosen, PortMap ports, DataPort dataPort, boolean everyService)
            throws IOException {
        IoHost.Lease host = IoHost.lease();
        try {
            Enforcement enforcement = chosen.start(FirewallSchedule.inForce(atStart.firewall(), clock));
            try {
                DeviceClock deviceClock = new DeviceClock(clock);
                FaultEffects effects = new FaultEffects(enforcement, deviceClock);
                Faults faults = new Faults(journal, clock, host.timer(), effects);
                DeviceStorage storage = DeviceStorage.create(
                        profile.storage(), profile.ftp().directory(), root, faults.state(), deviceClock);
                try {
                    Device device = new Device(
                            profile,
                            atStart,
                            offered(atStart),
                            new Surroundings(
                                    address,
                                    path,
                                    faults,
                                    ports,
                                    dataPort,
                                    host,
                                    storage,
                                    enforcement,
                                    journal,
                                    clock,
                                    deviceClock),
                            effects);
                    effects.of(device);
                    device.powerOn(everyService);
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

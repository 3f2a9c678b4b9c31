package org.wec7emu.profile;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.profile.SourceList.Source;
import org.wec7emu.registry.RegistryKey;

/**
 * A device image as it is delivered, or in one of its states. Immutable.
 *
 * @param image the image's name, exactly as published; for a synthetic profile a name that can't be mistaken for one
 * @param synthetic whether no such image was ever published by that name
 * @param description one line for the catalogue
 * @param devices names of the devices that run it, such as CX8191
 * @param operatingSystem such as "Windows Embedded Compact 7"
 * @param coldBootClock the device's local time after a loss of power that its clock didn't survive
 * @param ephemeralPorts ports that the stack gives to sockets which ask for any; ascending, with wrap-around
 * @param firewall rules and switch
 * @param ftp the FTP server
 * @param services what the image offers besides, in the profile's order
 * @param storage the card
 * @param states what an owner may have done to the device since it was delivered, by name
 * @param defaultState key into {@code states}
 * @param registry values of the device's registry that mean nothing to the emulator; kept, to be exported again
 * @param sources what the profile brings itself as evidence, by key; those that come with the emulator are in {@link
 *     SourceList#bundled}
 * @param values every leaf with its evidence, in file order
 */
public record DeviceProfile(
        String image,
        boolean synthetic,
        String description,
        List<String> devices,
        String operatingSystem,
        LocalDateTime coldBootClock,
        PortRange ephemeralPorts,
        RuleSet firewall,
        FtpProfile ftp,
        List<Service> services,
        StorageProfile storage,
        Map<String, DeviceState> states,
        String defaultState,
        List<RegistryKey> registry,
        Map<String, Source> sources,
        List<ProfileValue> values) {

    /**
     * The device after the steps of a state: firewall rules entered, FTP server switched on and the device restarted. What
     * takes effect with a restart that isn't among the steps has none.
     *
     * @throws IllegalArgumentException when the profile has no such state; the message lists those it has
     */
    public DeviceProfile inState(String name) {
        List<Step> steps = state(name).steps();
        int lastRestart = steps.lastIndexOf(new Step.Restart());
        DeviceProfile result = this;
        for (int i = 0; i < steps.size(); i++) {
            boolean waitsForRestart = steps.get(i) instanceof Step.SetFtpServer && i > lastRestart;
            result = waitsForRestart ? result : steps.get(i).applyTo(result);
        }
        return result;
    }

    /**
     * The state of that name.
     *
     * @throws IllegalArgumentException when the profile has none; the message lists those it has
     */
    public DeviceState state(String name) {
        DeviceState state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException(
                    "image " + image + " has no state '" + name + "'; it has: " + String.join(", ", states.keySet()));
        }
        return state;
    }

    /** The device in a state as a profile of its own: all has been done to it that leads there, so that is its only state. */
    public DeviceProfile settledIn(String name) {
        DeviceProfile done = inState(name);
        Map<String, DeviceState> settled =
                Map.of(name, new DeviceState(state(name).description(), List.of()));
        return done.with(done.firewall, done.ftp, settled, name, registry);
    }

    /** The same with another firewall. */
    public DeviceProfile with(RuleSet newFirewall) {
        return with(newFirewall, ftp, states, defaultState, registry);
    }

    /** The same with another FTP server. */
    public DeviceProfile with(FtpProfile newFtp) {
        return with(firewall, newFtp, states, defaultState, registry);
    }

    /** The same with other values of the registry that mean nothing to the emulator. */
    public DeviceProfile with(List<RegistryKey> newRegistry) {
        return with(firewall, ftp, states, defaultState, List.copyOf(newRegistry));
    }

    /** The same with other services besides FTP. */
    public DeviceProfile offering(List<Service> newServices) {
        return with(firewall, ftp, List.copyOf(newServices), states, defaultState, registry);
    }

    private DeviceProfile with(
            RuleSet newFirewall,
            FtpProfile newFtp,
            Map<String, DeviceState> newStates,
            String newDefaultState,
            List<RegistryKey> newRegistry) {
        return with(newFirewall, newFtp, services, newStates, newDefaultState, newRegistry);
    }

    private DeviceProfile with(
            RuleSet newFirewall,
            FtpProfile newFtp,
            List<Service> newServices,
            Map<String, DeviceState> newStates,
            String newDefaultState,
            List<RegistryKey> newRegistry) {
        return new DeviceProfile(
                image,
                synthetic,
                description,
                devices,
                operatingSystem,
                coldBootClock,
                ephemeralPorts,
                newFirewall,
                newFtp,
                newServices,
                storage,
                newStates,
                newDefaultState,
                newRegistry,
                sources,
                values);
    }

    /** The source that evidence of this profile names. */
    public Optional<Source> source(String key) {
        Source own = sources.get(key);
        return own == null ? SourceList.bundled().find(key) : Optional.of(own);
    }

    /** What a value rests on; empty when there is no value of that path. */
    public Optional<Evidence> evidence(String path) {
        return values.stream()
                .filter(value -> value.path().equals(path))
                .map(ProfileValue::evidence)
                .findFirst();
    }
}

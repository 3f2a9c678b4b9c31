package org.wec7emu.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.RuleSet;

/**
 * A device image as it is delivered, or in one of its states. Immutable.
 *
 * @param image the image's name, exactly as published; for a synthetic profile a name that can't be mistaken for one
 * @param synthetic whether no such image was ever published by that name
 * @param description one line for the catalogue
 * @param devices names of the devices that run it, such as CX8191
 * @param operatingSystem such as "Windows Embedded Compact 7"
 * @param ephemeralPorts ports that the stack gives to sockets which ask for any; ascending, with wrap-around
 * @param firewall rules and switch
 * @param ftp the FTP server
 * @param services what the image offers besides, in the profile's order
 * @param storage the card
 * @param states what an owner may have done to the device since it was delivered, by name
 * @param defaultState key into {@code states}
 * @param values every leaf with its evidence, in file order
 */
public record DeviceProfile(
        String image,
        boolean synthetic,
        String description,
        List<String> devices,
        String operatingSystem,
        PortRange ephemeralPorts,
        RuleSet firewall,
        FtpProfile ftp,
        List<Service> services,
        StorageProfile storage,
        Map<String, DeviceState> states,
        String defaultState,
        List<ProfileValue> values) {

    /**
     * The device after the steps of a state: firewall rules entered, FTP server switched on and the device restarted.
     *
     * @throws IllegalArgumentException when the profile has no such state; the message lists those it has
     */
    public DeviceProfile inState(String name) {
        DeviceProfile result = this;
        for (Step step : state(name).steps()) {
            result = step.applyTo(result);
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

    /** The same with another firewall. */
    public DeviceProfile with(RuleSet newFirewall) {
        return new DeviceProfile(
                image,
                synthetic,
                description,
                devices,
                operatingSystem,
                ephemeralPorts,
                newFirewall,
                ftp,
                services,
                storage,
                states,
                defaultState,
                values);
    }

    /** The same with another FTP server. */
    public DeviceProfile with(FtpProfile newFtp) {
        return new DeviceProfile(
                image,
                synthetic,
                description,
                devices,
                operatingSystem,
                ephemeralPorts,
                firewall,
                newFtp,
                services,
                storage,
                states,
                defaultState,
                values);
    }

    /** What a value rests on; empty when there is no value of that path. */
    public Optional<Evidence> evidence(String path) {
        return values.stream()
                .filter(value -> value.path().equals(path))
                .map(ProfileValue::evidence)
                .findFirst();
    }
}

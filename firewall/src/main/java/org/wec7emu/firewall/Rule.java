package org.wec7emu.firewall;

import java.util.Optional;

/**
 * One rule of a device's firewall.
 *
 * @param name the rule's key, such as {@code rule3}; unique in its rule set
 * @param action what happens to a packet that matches
 * @param direction the packets it looks at
 * @param traffic protocol and ports
 * @param publicHost the other end's address, or empty for any
 * @param privateHost the device's address, or empty for any
 * @param enabled a disabled rule matches nothing
 */
public record Rule(
        String name,
        Action action,
        Direction direction,
        Traffic traffic,
        Optional<AddressRange> publicHost,
        Optional<AddressRange> privateHost,
        boolean enabled) {

    /** An enabled inbound rule that allows {@code traffic} from anywhere. */
    public static Rule allow(String name, Traffic traffic) {
        return inbound(name, Action.ALLOW, traffic);
    }

    /** An enabled inbound rule from anywhere. */
    public static Rule inbound(String name, Action action, Traffic traffic) {
        return new Rule(name, action, Direction.INBOUND, traffic, Optional.empty(), Optional.empty(), true);
    }

    public Rule from(AddressRange publicHost) {
        return new Rule(name, action, direction, traffic, Optional.of(publicHost), privateHost, enabled);
    }

    public Rule disabled() {
        return new Rule(name, action, direction, traffic, publicHost, privateHost, false);
    }

    /**
     * Whether the rule is about the device talking to itself, as "any port for IP 127.0.0.1" is. Such a rule lets nobody
     * in: packets from a loopback address don't cross a network, and a client on the emulator's own host is a remote peer.
     */
    public boolean isAboutDeviceItself() {
        return publicHost.filter(AddressRange::isLoopback).isPresent();
    }

    public boolean matches(Packet packet) {
        return enabled
                && packet.direction() == direction
                && !isAboutDeviceItself()
                && traffic.matches(packet)
                && publicHost.map(range -> range.contains(packet.remote())).orElse(true)
                && privateHost.map(range -> range.contains(packet.device())).orElse(true);
    }

    /**
     * The caption that the device's configuration tool generates, such as "Allow TCP port 443 from anywhere on the public
     * network". Source: screenshots in the support wiki of Beckhoff Poland, https://github.com/BA-PL/wiki.
     */
    public String caption() {
        return Captions.of(this);
    }
}

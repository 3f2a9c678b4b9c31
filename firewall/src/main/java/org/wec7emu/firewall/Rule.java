package org.wec7emu.firewall;

import java.util.Optional;

/**
 * One rule of a device's firewall.
 *
 * <p>Sources of what a rule can say: Microsoft ee494230 (FW_RULE) and ee493073 (FW_RULE_MASKS). A rule of the fw6 dialect is
 * always about one address family; that of a rule about no address in particular is said by the private host {@code
 * 0.0.0.0/0} or {@code ::/0}.
 *
 * @param name the rule's key, such as {@code rule3}; unique in its rule set
 * @param action what happens to a packet that matches
 * @param direction the packets it looks at
 * @param traffic protocol and ports
 * @param publicHost the other end's address, or empty for any
 * @param privateHost the device's address, or empty for any
 * @param enabled a disabled rule matches nothing
 * @param when the times at which the rule is in force, or empty for always
 */
public record Rule(
        String name,
        Action action,
        Direction direction,
        Traffic traffic,
        Optional<AddressRange> publicHost,
        Optional<AddressRange> privateHost,
        boolean enabled,
        Optional<TimeCondition> when) {

    /** A rule that is in force at all times. */
    public Rule(
            String name,
            Action action,
            Direction direction,
            Traffic traffic,
            Optional<AddressRange> publicHost,
            Optional<AddressRange> privateHost,
            boolean enabled) {
        this(name, action, direction, traffic, publicHost, privateHost, enabled, Optional.empty());
    }

    /** An enabled inbound rule that allows {@code traffic} from anywhere. */
    public static Rule allow(String name, Traffic traffic) {
        return inbound(name, Action.ALLOW, traffic);
    }

    /** An enabled inbound rule from anywhere. */
    public static Rule inbound(String name, Action action, Traffic traffic) {
        return new Rule(name, action, Direction.INBOUND, traffic, Optional.empty(), Optional.empty(), true);
    }

    /** An enabled outbound rule to anywhere. */
    public static Rule outbound(String name, Action action, Traffic traffic) {
        return new Rule(name, action, Direction.OUTBOUND, traffic, Optional.empty(), Optional.empty(), true);
    }

    /** The same for that public host; of an inbound rule the packet's source. */
    public Rule from(AddressRange publicHost) {
        return new Rule(name, action, direction, traffic, Optional.of(publicHost), privateHost, enabled, when);
    }

    /** The same for that public host; of an outbound rule the packet's destination. */
    public Rule to(AddressRange publicHost) {
        return from(publicHost);
    }

    /** The same for that address of the device. */
    public Rule ofDevice(AddressRange privateHost) {
        return new Rule(name, action, direction, traffic, publicHost, Optional.of(privateHost), enabled, when);
    }

    public Rule disabled() {
        return withEnabled(false);
    }

    /** The same, switched on or off. */
    public Rule withEnabled(boolean on) {
        return new Rule(name, action, direction, traffic, publicHost, privateHost, on, when);
    }

    /** The same, in force at those times only. */
    public Rule during(TimeCondition times) {
        return new Rule(name, action, direction, traffic, publicHost, privateHost, enabled, Optional.of(times));
    }

    /** The same, in force at all times. */
    public Rule always() {
        return new Rule(name, action, direction, traffic, publicHost, privateHost, enabled, Optional.empty());
    }

    /** Whether it is about any traffic between any hosts, in its direction. */
    public boolean isAboutEverything() {
        return traffic instanceof Traffic.Any && publicHost.isEmpty() && privateHost.isEmpty();
    }

    /**
     * Whether the rule is about the device talking to itself, as "any port for IP 127.0.0.1" is. Such a rule lets nobody
     * in and keeps nobody out: packets from a loopback address don't cross a network, and a client on the emulator's own
     * host is a remote peer.
     */
    public boolean isAboutDeviceItself() {
        return publicHost.filter(AddressRange::isLoopback).isPresent();
    }

    /**
     * Whether the rule is about all that another is about: its direction, traffic and hosts. Action, times and whether it is
     * enabled play no part.
     */
    public boolean covers(Rule other) {
        return direction == other.direction
                && TrafficSpan.of(traffic).covers(TrafficSpan.of(other.traffic))
                && covers(publicHost, other.publicHost, other)
                && covers(privateHost, other.privateHost, other);
    }

    /** Whether there is a packet that both rules are about; otherwise as {@link #covers}. */
    public boolean overlaps(Rule other) {
        return direction == other.direction
                && TrafficSpan.of(traffic).overlaps(TrafficSpan.of(other.traffic))
                && overlap(publicHost, other.publicHost)
                && overlap(privateHost, other.privateHost)
                && overlap(publicHost.map(AddressRange::family), other.privateHost.map(AddressRange::family))
                && overlap(privateHost.map(AddressRange::family), other.publicHost.map(AddressRange::family));
    }

    private static boolean covers(Optional<AddressRange> wide, Optional<AddressRange> narrow, Rule other) {
        return wide.isEmpty()
                || narrow.filter(wide.get()::covers).isPresent()
                || (wide.get().isWholeFamily() && other.isWithin(wide.get()));
    }

    /** Whether either host tells that the rule is about this address family alone. */
    private boolean isWithin(AddressRange family) {
        return publicHost.or(() -> privateHost).filter(family::covers).isPresent();
    }

    private static boolean overlap(Optional<AddressRange> one, Optional<AddressRange> other) {
        return one.isEmpty()
                || other.isEmpty()
                || one.get().covers(other.get())
                || other.get().covers(one.get());
    }

    /** Whether a packet is one that the rule is about, at a time when the rule is in force. */
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

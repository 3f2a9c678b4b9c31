package org.wec7emu.cli;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.host.PassivePublication;

/** Where clients reach passive data connections when only mapped ports lead to the device. */
final class PublishOption {
    private static final String PUBLISH = "--publish-passive";
    private static final String ANNOUNCE = "--announce";

    private final Subcommand command;

    PublishOption(Subcommand command) {
        this.command = command;
        command.option(
                PUBLISH,
                "FIRST-LAST",
                "This machine's ports for passive data connections, where only mapped ports lead to the device, as to a"
                        + " container: the device listens on as many of its own, and they are these here. Plumbing of this machine,"
                        + " not a setting of the device: its firewall decides as ever, over the device's ports.");
        command.option(
                ANNOUNCE,
                "ADDRESS",
                "The IPv4 address that the device announces in passive mode (227) instead of its own; with " + PUBLISH
                        + ".");
    }

    /** Empty where the device's passive ports have their own numbers. */
    Optional<PassivePublication> publication() throws BadInput {
        String ports = command.value(PUBLISH);
        String announced = command.value(ANNOUNCE);
        if (ports == null) {
            if (announced != null) {
                throw new BadInput(ANNOUNCE + " " + announced + ": it takes " + PUBLISH
                        + " beside it, the ports that lead from that address to the device");
            }
            return Optional.empty();
        }
        Optional<Inet4Address> address = announced == null ? Optional.empty() : Optional.of(address(announced));
        try {
            return Optional.of(new PassivePublication(PortRange.parse(ports), address));
        } catch (IllegalArgumentException e) {
            throw new BadInput(PUBLISH + " " + ports + ": " + e.getMessage());
        }
    }

    private static Inet4Address address(String text) throws BadInput {
        try {
            InetAddress address = AddressRange.parse(text).base();
            if (!text.contains("/") && address instanceof Inet4Address four) {
                return four;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new BadInput(ANNOUNCE + " " + text + ": it takes one IPv4 address, such as 127.0.0.1");
    }
}

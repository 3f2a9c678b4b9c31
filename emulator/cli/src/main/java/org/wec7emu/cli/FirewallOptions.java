package org.wec7emu.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import picocli.CommandLine.Option;

/** What a user may change of an image's firewall for one run. */
final class FirewallOptions {
    /** The firewall's switch. */
    enum Switch {
        ON,
        OFF
    }

    @Option(
            names = "--firewall",
            paramLabel = "on|off",
            description = "Switch the firewall; as in the image's state unless told.")
    private @Nullable Switch firewall;

    @Option(
            names = "--allow",
            paramLabel = "PROTOCOL/PORTS",
            description = "Enter ports in the firewall, such as tcp/20-21 or udp/161; may be given several times.")
    private List<String> allow = List.of();

    RuleSet applyTo(RuleSet rules) throws BadInput {
        RuleSet result = firewall == null ? rules : rules.withEnabled(firewall == Switch.ON);
        for (String ports : allow) {
            result = result.with(Rule.allow(result.freeName(), traffic(ports)));
        }
        return result;
    }

    private static Traffic traffic(String text) throws BadInput {
        int slash = text.indexOf('/');
        String protocol = slash < 0 ? "" : text.substring(0, slash).toLowerCase(Locale.ROOT);
        try {
            if (protocol.equals("tcp")) {
                return new Traffic.Tcp(PortRange.parse(text.substring(slash + 1)));
            } else if (protocol.equals("udp")) {
                return new Traffic.Udp(PortRange.parse(text.substring(slash + 1)));
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput("--allow " + text + ": " + e.getMessage());
        }
        throw new BadInput("--allow " + text + ": it takes a protocol and ports, as in tcp/21, tcp/20-21 or udp/161");
    }
}

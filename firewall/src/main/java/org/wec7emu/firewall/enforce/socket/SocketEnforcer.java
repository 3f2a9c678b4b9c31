package org.wec7emu.firewall.enforce.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.util.Optional;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.Availability;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Enforcer;

/**
 * Enforces rules by a classic BPF program on each listening socket, source addresses included.
 *
 * <p>Needs Linux 4.12 or newer, the module {@code jdk.net} and, on kernels since commit 5d39580f68e6 ("tcp: restrict
 * SO_ATTACH_FILTER to priv users", 2026) and those it was backported to, CAP_NET_ADMIN in the user namespace that owns the
 * network namespace. A filter ends with its socket, so nothing stays behind.
 */
public final class SocketEnforcer implements Enforcer {
    @Override
    public EnforcementLevel level() {
        return EnforcementLevel.SOCKET;
    }

    /** Attaches a filter to a socket that is never bound. */
    @Override
    public Availability probe() {
        try {
            SocketPort port = SocketPort.open(StandardProtocolFamily.INET, 1, closed -> {});
            try {
                port.filter(Optional.of(FilterProgram.dropAll()));
            } finally {
                port.close();
            }
            return new Availability.Available();
        } catch (IOException e) {
            return new Availability.Unavailable("attaching a filter to a socket failed: " + e.getMessage());
        } catch (LinkageError | RuntimeException e) {
            // No JNA for this platform, or no such options in this JDK: both say so in ways of their own.
            return new Availability.Unavailable("the C library can't be called: " + e);
        }
    }

    @Override
    public String limits() {
        return "UDP, ICMP and TCP ports that no service listens on answer as the host does";
    }

    @Override
    public Enforcement start(RuleSet rules) throws EnforcementException {
        if (probe() instanceof Availability.Unavailable unavailable) {
            throw new EnforcementException("firewall rules can't be enforced by socket filters: " + unavailable.reason()
                    + "; use the level backlog");
        }
        return new SocketEnforcement(rules);
    }
}

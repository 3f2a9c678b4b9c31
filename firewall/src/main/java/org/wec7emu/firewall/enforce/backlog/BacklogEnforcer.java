package org.wec7emu.firewall.enforce.backlog;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.Availability;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Enforcer;

/**
 * Enforces rules by keeping blocked ports' accept queues full.
 *
 * <p>Works where the kernel leaves an attempt unanswered when the queue is full, as Linux does unless {@code
 * net.ipv4.tcp_abort_on_overflow} is set. Every silent port costs two descriptors more than its backlog at most.
 */
public final class BacklogEnforcer implements Enforcer {
    @Override
    public EnforcementLevel level() {
        return EnforcementLevel.BACKLOG;
    }

    /** Fills a queue on loopback and looks whether the next attempt stays unanswered. */
    @Override
    public Availability probe() {
        Fillers fillers = new Fillers();
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            fillers.fill(server);
            return new Availability.Available();
        } catch (IOException e) {
            return new Availability.Unavailable(
                    "an accept queue on loopback was filled, and the next attempt was answered: " + e.getMessage());
        } finally {
            fillers.close();
        }
    }

    @Override
    public String limits() {
        return "rules that depend on an address are refused, dropped attempts aren't counted,"
                + " and UDP, ICMP and TCP ports that no service listens on answer as the host does";
    }

    @Override
    public Enforcement start(RuleSet rules) throws EnforcementException {
        return new BacklogEnforcement(rules);
    }
}

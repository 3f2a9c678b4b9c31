package org.wec7emu.firewall.enforce.backlog;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.GuardedPort;

/** One device's rules as ports that are silent or not. */
final class BacklogEnforcement implements Enforcement {
    private final Set<BacklogPort> ports = ConcurrentHashMap.newKeySet();
    /** One change of rules at a time; held while holders are told, so open() and close() must do without it. */
    private final Object changing = new Object();

    private RuleSet rules;
    private boolean closed;

    /** @throws EnforcementException when the rules tell clients apart by their address, or times apart */
    BacklogEnforcement(RuleSet rules) throws EnforcementException {
        WholePorts.check(rules);
        this.rules = rules;
    }

    @Override
    public EnforcementLevel level() {
        return EnforcementLevel.BACKLOG;
    }

    @Override
    public synchronized RuleSet rules() {
        return rules;
    }

    @Override
    public synchronized GuardedPort open(StandardProtocolFamily family, int logicalPort) throws IOException {
        if (closed) {
            throw new EnforcementException("no port opens any more: the firewall of this device has been closed");
        }
        boolean silent = !WholePorts.passes(rules, family, logicalPort);
        BacklogPort port =
                new BacklogPort(family, logicalPort, ServerSocketChannel.open(family), silent, ports::remove);
        ports.add(port);
        return port;
    }

    @Override
    public void apply(RuleSet next) throws IOException {
        synchronized (changing) {
            RuleSet before = rules();
            Map<BacklogPort, Boolean> silence = exchange(next);
            Deque<BacklogPort> changed = new ArrayDeque<>();
            try {
                for (Map.Entry<BacklogPort, Boolean> entry : silence.entrySet()) {
                    changed.push(entry.getKey());
                    entry.getKey().silence(entry.getValue());
                }
            } catch (IOException e) {
                restore(before, changed, e);
                throw e;
            }
        }
    }

    /** From here on ports open with the new rules; tells which of those already open are to be silent. */
    private synchronized Map<BacklogPort, Boolean> exchange(RuleSet next) throws EnforcementException {
        // A holder may have closed the channel and not the port.
        ports.stream().filter(port -> !port.channel().isOpen()).forEach(BacklogPort::close);
        WholePorts.check(next);
        Map<BacklogPort, Boolean> silence = new LinkedHashMap<>();
        for (BacklogPort port : ports) {
            silence.put(port, !WholePorts.passes(next, port.family(), port.logicalPort()));
        }
        rules = next;
        return silence;
    }

    private void restore(RuleSet before, Deque<BacklogPort> changed, IOException cause) throws EnforcementException {
        exchange(before);
        for (BacklogPort port : changed) {
            try {
                port.silence(!WholePorts.passes(before, port.family(), port.logicalPort()));
            } catch (IOException e) {
                // A port that can be neither silenced nor left open must not stay.
                cause.addSuppressed(e);
                port.close();
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        ports.forEach(GuardedPort::close);
    }
}

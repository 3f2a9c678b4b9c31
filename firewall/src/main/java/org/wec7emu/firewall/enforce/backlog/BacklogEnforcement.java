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
    private boolean off;
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
        boolean silent = off || !WholePorts.passes(rules, family, logicalPort);
        BacklogPort port =
                new BacklogPort(family, logicalPort, ServerSocketChannel.open(family), silent, ports::remove);
        ports.add(port);
        return port;
    }

    @Override
    public void apply(RuleSet next) throws IOException {
        synchronized (changing) {
            change(next, isOff());
        }
    }

    @Override
    public void link(boolean up) throws IOException {
        synchronized (changing) {
            change(rules(), !up);
        }
    }

    private synchronized boolean isOff() {
        return off;
    }

    private void change(RuleSet next, boolean nextOff) throws IOException {
        RuleSet rulesBefore = rules();
        boolean offBefore = isOff();
        Map<BacklogPort, Boolean> silence = exchange(next, nextOff);
        Deque<BacklogPort> changed = new ArrayDeque<>();
        try {
            for (Map.Entry<BacklogPort, Boolean> entry : silence.entrySet()) {
                changed.push(entry.getKey());
                entry.getKey().silence(entry.getValue());
            }
        } catch (IOException e) {
            restore(exchange(rulesBefore, offBefore), changed, e);
            throw e;
        }
    }

    /** From here on ports open as it is now; tells which of those already open are to be silent. */
    private synchronized Map<BacklogPort, Boolean> exchange(RuleSet next, boolean nextOff) throws EnforcementException {
        // A holder may have closed the channel and not the port.
        ports.stream().filter(port -> !port.channel().isOpen()).forEach(BacklogPort::close);
        WholePorts.check(next);
        Map<BacklogPort, Boolean> silence = new LinkedHashMap<>();
        for (BacklogPort port : ports) {
            silence.put(port, nextOff || !WholePorts.passes(next, port.family(), port.logicalPort()));
        }
        rules = next;
        off = nextOff;
        return silence;
    }

    private static void restore(Map<BacklogPort, Boolean> before, Deque<BacklogPort> changed, IOException cause) {
        for (BacklogPort port : changed) {
            try {
                port.silence(before.getOrDefault(port, true));
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

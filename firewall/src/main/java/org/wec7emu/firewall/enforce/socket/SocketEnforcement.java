package org.wec7emu.firewall.enforce.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.GuardedPort;
import org.wec7emu.firewall.enforce.PortPolicy;
import org.wec7emu.firewall.enforce.RulesOfNow;

/** One device's rules as filter programs on its server sockets. */
final class SocketEnforcement implements Enforcement {
    private final Set<SocketPort> ports = ConcurrentHashMap.newKeySet();
    private RuleSet rules;
    private boolean off;
    private boolean closed;

    /** @throws EnforcementException when some rules are in force at certain times only */
    SocketEnforcement(RuleSet rules) throws EnforcementException {
        RulesOfNow.check(rules);
        this.rules = rules;
    }

    @Override
    public EnforcementLevel level() {
        return EnforcementLevel.SOCKET;
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
        Optional<FilterProgram> program = FilterCompiler.compile(PortPolicy.of(rules, logicalPort), family);
        SocketPort port = SocketPort.open(family, logicalPort, ports::remove);
        try {
            port.filter(program);
            port.link(!off);
        } catch (IOException | RuntimeException e) {
            port.close();
            throw e;
        }
        ports.add(port);
        return port;
    }

    @Override
    public synchronized void apply(RuleSet next) throws IOException {
        RulesOfNow.check(next);
        // A holder may have closed the channel and not the port.
        ports.removeIf(port -> !port.channel().isOpen());
        Map<SocketPort, Optional<FilterProgram>> programs = new LinkedHashMap<>();
        for (SocketPort port : ports) {
            programs.put(port, FilterCompiler.compile(PortPolicy.of(next, port.logicalPort()), port.family()));
        }
        attachAll(programs);
        rules = next;
    }

    @Override
    public synchronized void link(boolean up) throws IOException {
        off = !up;
        ports.removeIf(port -> !port.channel().isOpen());
        for (SocketPort port : ports) {
            port.link(up);
        }
    }

    @Override
    public boolean silence(SocketChannel connection, boolean silent) throws IOException {
        ConnectedSocket.filter(connection, silent ? Optional.of(FilterProgram.dropAll()) : Optional.empty());
        return true;
    }

    private static void attachAll(Map<SocketPort, Optional<FilterProgram>> programs) throws IOException {
        List<Runnable> undo = new ArrayList<>();
        try {
            for (Map.Entry<SocketPort, Optional<FilterProgram>> entry : programs.entrySet()) {
                SocketPort port = entry.getKey();
                Optional<FilterProgram> before = port.program();
                port.filter(entry.getValue());
                undo.add(() -> restore(port, before));
            }
        } catch (IOException e) {
            undo.forEach(Runnable::run);
            throw e;
        }
    }

    private static void restore(SocketPort port, Optional<FilterProgram> before) {
        try {
            port.filter(before);
        } catch (IOException e) {
            // A port whose rules can be neither the new nor the old ones must not stay open.
            port.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        ports.forEach(GuardedPort::close);
    }
}
